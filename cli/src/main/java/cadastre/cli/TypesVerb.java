package cadastre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;

/// `write-types`: writes the declarations of the language for editors (spec dnscontrol.md section 1.9).
final class TypesVerb {
    private static final String RESOURCE = "types-dnscontrol.d.ts";

    private TypesVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        String file = options.text("dts-file");
        try (InputStream in = TypesVerb.class.getResourceAsStream(RESOURCE)) {
            byte[] text = Objects.requireNonNull(in, RESOURCE + " is missing").readAllBytes();
            Files.write(surroundings.resolve(file), text);
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
        surroundings.err().println("Successfully wrote " + file);
        return 0;
    }
}
