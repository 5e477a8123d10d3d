package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What costs money: renewals, prices, and what there is to pay with. A year of any name costs the same.
final class RenewalCalls {
    private static final BigDecimal YEAR = new BigDecimal("15.00");
    private static final int MOST_YEARS = 10;

    private final Access access;
    private final Registry registry;
    private final RegistryDelay registryDelay;

    RenewalCalls(Access access, Registry registry, RegistryDelay registryDelay) {
        this.access = access;
        this.registry = registry;
        this.registryDelay = registryDelay;
    }

    void addTo(Router router) {
        router.on("GET", "/v5/domain/domains/{fqdn}/renew", this::renewal)
                .on("POST", "/v5/domain/domains/{fqdn}/renew", this::renew)
                .on("GET", "/v5/domain/check", this::check)
                .on("GET", "/v5/billing/info", this::ownBilling)
                .on("GET", "/v5/billing/info/{sharing_id}", this::billing);
    }

    private Answer renewal(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        List<Integer> durations = durations(domain, call.now());
        return Answers.json(
                200,
                Fields.of(
                                "renew",
                                Fields.of("begins_at", "2012-01-01T00:00:00Z")
                                        .and(
                                                "ends_at",
                                                DomainJson.date(
                                                        later(domain.facts().endsAt(), 1)))
                                        .and("durations", durations)
                                        .and("minimum", 1)
                                        .and("maximum", durations.size())
                                        .and("prohibited", durations.isEmpty())
                                        .and("in_renew_period", !durations.isEmpty()))
                        .and("contracts", List.of()));
    }

    /// No registration ends more than ten years from now.
    private static List<Integer> durations(Domain domain, Instant now) {
        List<Integer> durations = new ArrayList<>();
        for (int years = 1; years < MOST_YEARS; years++) {
            if (!later(domain.facts().endsAt(), years).isAfter(later(now, MOST_YEARS))) {
                durations.add(years);
            }
        }
        return durations;
    }

    private static Instant later(Instant instant, int years) {
        return ZonedDateTime.ofInstant(instant, ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private Answer renew(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.RENEW);
        Body body = Body.of(call);
        body.require("duration");
        int years = body.integer("duration", 1, 1, MOST_YEARS - 1);
        if (!durations(domain, call.now()).contains(years)) {
            body.fault("duration", "The registration would end more than " + MOST_YEARS + " years from now");
        }
        if (call.isDryRun()) {
            return body.verdict();
        }
        body.check();
        String payer =
                call.query().find("sharing_id").orElse(domain.organization().id());
        if (!registry.pay(payer, YEAR.multiply(BigDecimal.valueOf(years)))) {
            throw new Refused(Errors.paymentRequired());
        }
        domain.later(new RegistryChange.Renewal(years), call.now(), registryDelay.after(call.now()));
        return Answers.message(202, "The renewal has been requested", call.url("/domain/domains/" + domain.fqdn()));
    }

    /// Whether a name can be registered, and for what price. Nothing is known of TLDs of which the portfolio has no
    /// domain: then there are no products.
    private Answer check(Call call) throws Refused {
        String asked = call.query().find("name").orElse("").toLowerCase(Locale.ROOT);
        if (asked.isEmpty()) {
            throw Refused.of(new Refused.Fault("querystring", "name", "Required"));
        }
        List<String> processes = new ArrayList<>(call.query().all("processes"));
        if (processes.isEmpty()) {
            processes.add("create");
        }
        String status = status(asked);
        List<Fields> products = new ArrayList<>();
        for (String process : processes) {
            Fields product = Fields.of("name", asked)
                    .and("taxes", List.of(tax()))
                    .and("process", process)
                    .and("prices", status.equals("error_invalid") ? List.of() : List.of(price()));
            products.add(product.and("status", status));
        }
        Fields answer = Fields.of("currency", call.query().find("currency").orElse("EUR"));
        if (!status.isEmpty()) {
            answer.and("products", products);
        }
        return Answers.json(200, answer.and("grid", "A").and("taxes", List.of(tax())));
    }

    private String status(String asked) {
        Optional<String> fqdn = fqdn(asked);
        if (fqdn.isEmpty()) {
            return "error_invalid";
        }
        if (registry.domain(fqdn.get()).isPresent()) {
            return "unavailable";
        }
        boolean known = registry.domains().stream()
                .map(domain -> domain.facts().tld())
                .anyMatch(tld -> fqdn.get().endsWith("." + tld)
                        && fqdn.get().indexOf('.') == fqdn.get().length() - tld.length() - 1);
        return known ? "available" : "";
    }

    private static Optional<String> fqdn(String asked) {
        try {
            Name name = Name.parse(asked).lowerCase();
            return name.labels().size() < 2 ? Optional.empty() : Optional.of(name.withoutDot());
        } catch (PresentationException e) {
            return Optional.empty();
        }
    }

    private static Fields tax() {
        return Fields.of("rate", 20).and("name", "vat").and("type", "service");
    }

    private static Fields price() {
        return Fields.of("min_duration", 1)
                .and("max_duration", MOST_YEARS - 1)
                .and("duration_unit", "y")
                .and("discount", false)
                .and("price_before_taxes", YEAR)
                .and("price_after_taxes", YEAR.multiply(new BigDecimal("1.2")).setScale(2));
    }

    private Answer ownBilling(Call call) {
        return billing(call.credential().defaultOrganization());
    }

    private Answer billing(Call call) throws Refused {
        return call.credential().organizations().stream()
                .filter(one -> one.id().equals(call.parameter("sharing_id")))
                .findFirst()
                .map(this::billing)
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private Answer billing(Organization organization) {
        return Answers.json(
                200,
                Fields.of("annual_balance", registry.spent(organization.id()))
                        .and("grid", "A")
                        .and("outstanding_amount", 0)
                        .and(
                                "prepaid",
                                Fields.of(
                                                "amount",
                                                registry.balance(organization.id())
                                                        .toPlainString())
                                        .and("currency", "EUR"))
                        .and("prepaid_monthly_invoice", false));
    }
}
