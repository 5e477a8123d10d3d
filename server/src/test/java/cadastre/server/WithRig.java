package cadastre.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [Rig], which is opened when the first asks for it and closed after the last.
final class WithRig implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WithRig.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rig.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Rig.class, _ -> opened(), Rig.class);
    }

    private static Rig opened() {
        try {
            return Rig.open();
        } catch (Exception e) {
            throw new ParameterResolutionException("the rig does not open", e);
        }
    }
}
