package cadastre.language;

import static java.util.Objects.requireNonNull;

import cadastre.dns.PresentationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Checks a config and brings its records into their one form, in the order users' messages come in.
///
/// The order of the passes is part of the language: a program with several faults shows them in this
/// order, and what one pass changes the next one sees.
public final class Validation {
    private final Config config;
    private final Function<ProviderDeclaration, Optional<Capabilities>> capabilities;
    private final SpfRecords spfRecords;
    private final Messages messages = new Messages();

    private Validation(
            Config config, Function<ProviderDeclaration, Optional<Capabilities>> capabilities, SpfRecords spfRecords) {
        this.config = config;
        this.capabilities = capabilities;
        this.spfRecords = spfRecords;
    }

    /// What validation found.
    ///
    /// @param config the config with its records in their one form; only half so if there is an error
    /// @param messages in the order they are shown, possibly none
    /// @param advice what to do about them where that is not obvious, each once, possibly none
    public record Outcome(Config config, List<ValidationMessage> messages, List<String> advice) {
        public Outcome {
            requireNonNull(config, "config is null");
            messages = List.copyOf(messages);
            advice = List.copyOf(advice);
        }

        /// {@return whether the run ends here, as warnings alone do not}
        public boolean hasErrors() {
            return messages.stream().anyMatch(ValidationMessage::isError);
        }

        /// {@return the lines for people: a heading with the number of messages, then one line for each;
        /// empty if there are none}
        public List<String> lines() {
            if (messages.isEmpty()) {
                return List.of();
            }
            List<String> lines = new ArrayList<>();
            lines.add(messages.size() + " Validation errors:");
            messages.forEach(message -> lines.add(message.line()));
            return lines;
        }
    }

    /// The last line when there are errors.
    public static final String EXITING = "exiting due to validation errors";

    /// {@return what is to be said of `config`, and its one form}
    ///
    /// Providers whose type is still `-`, or is not known here, are taken to hold every type of record.
    public static Outcome validate(Config config) {
        return validate(config, provider -> Capabilities.of(provider.type()), SpfRecords.NONE);
    }

    /// {@return what is to be said of `config`, and its one form}
    ///
    /// @param capabilities what a provider can hold; nothing if that is not known
    /// @param spfRecords what flattening SPF records needs
    public static Outcome validate(
            Config config, Function<ProviderDeclaration, Optional<Capabilities>> capabilities, SpfRecords spfRecords) {
        Validation validation = new Validation(config, capabilities, spfRecords);
        return new Outcome(validation.run(), validation.messages.all(), validation.messages.advice());
    }

    private Config run() {
        if (hasDuplicateDomain()) {
            return config;
        }
        List<DomainConfig> domains = new ArrayList<>();
        for (DomainConfig domain : config.domains()) {
            Optional<DomainConfig> normalised = normalised(domain);
            if (normalised.isEmpty()) {
                return config;
            }
            domains.add(normalised.get());
        }
        domains = Spf.apply(domains, spfRecords, messages);
        domains = Transforms.apply(domains, messages);
        Map<String, ProviderDeclaration> providers = ProviderTypes.byName(config.dnsProviders());
        for (DomainConfig domain : domains) {
            new DomainChecks(domain, providersOf(domain, providers), messages).check(capabilities);
        }
        for (DomainConfig domain : domains) {
            for (ProviderDeclaration provider : providersOf(domain, providers)) {
                checkProvider(domain, provider);
            }
        }
        domains.forEach(this::checkName);
        return config.withDomains(domains);
    }

    private boolean hasDuplicateDomain() {
        Set<String> names = new HashSet<>();
        for (DomainConfig domain : config.domains()) {
            String name = domain.tag().isEmpty() ? domain.name() : domain.uniqueName();
            if (!names.add(name)) {
                messages.error("duplicate domain name: " + GoText.quote(name));
                return true;
            }
        }
        return false;
    }

    private Optional<DomainConfig> normalised(DomainConfig domain) {
        List<String> nameServers = new ArrayList<>();
        for (String name : domain.nameServers()) {
            TargetChecks.host(name).ifPresent(messages::error);
            nameServers.add(withoutDots(HostNames.absolute(name, domain.name() + ".")));
        }
        RecordPass pass = new RecordPass(domain.name(), messages);
        List<RecordConfig> records = new ArrayList<>();
        for (RecordConfig record : domain.records()) {
            Optional<RecordConfig> normalised = pass.normalised(record);
            if (normalised.isEmpty()) {
                return Optional.empty();
            }
            records.add(normalised.get());
        }
        return Optional.of(domain.withNameServers(nameServers).withRecords(records));
    }

    private static String withoutDots(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(0, end);
    }

    private static List<ProviderDeclaration> providersOf(
            DomainConfig domain, Map<String, ProviderDeclaration> providers) {
        return domain.dnsProviders().keySet().stream()
                .map(providers::get)
                .filter(Objects::nonNull)
                .map(provider -> requireNonNull(provider, "filtered"))
                .toList();
    }

    private void checkProvider(DomainConfig domain, ProviderDeclaration provider) {
        String type = provider.type();
        boolean known = type.equals(ProviderDeclaration.LOOK_UP)
                || ProviderTypes.isForeign(type)
                || capabilities.apply(provider).isPresent();
        if (!known) {
            messages.error(type + " rejects domain " + domain.name() + ": unknown DNS service provider type: "
                    + GoText.quote(type));
        }
    }

    // Not asked by the original, which fails at the provider; nothing later could do anything with such a
    // zone.
    private void checkName(DomainConfig domain) {
        try {
            DeclaredRdata.name(domain.name());
        } catch (PresentationException e) {
            messages.error("D(" + GoText.quote(domain.name()) + ") cannot be a zone: " + e.getMessage());
        }
    }
}
