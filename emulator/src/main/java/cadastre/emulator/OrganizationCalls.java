package cadastre.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/organization`: who the caller is and where its domains lie.
final class OrganizationCalls {
    void addTo(Router router) {
        router.on("GET", "/v5/organization/organizations", OrganizationCalls::list)
                .on("GET", "/v5/organization/organizations/{id}", OrganizationCalls::detail)
                .on("GET", "/v5/organization/user-info", OrganizationCalls::userInfo);
    }

    private static Answer list(Call call) throws Refused {
        List<Organization> organizations = new ArrayList<>(call.credential().organizations());
        Optional<String> name = call.query().find("name");
        Optional<String> pattern = call.query().find("~name").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> type = call.query().find("type");
        organizations.removeIf(organization -> name.isPresent() && !name.get().equals(organization.name()));
        organizations.removeIf(organization -> pattern.isPresent()
                && !organization.name().toLowerCase(Locale.ROOT).contains(pattern.get()));
        organizations.removeIf(organization -> type.isPresent() && !type.get().equals(organization.type()));
        organizations.sort(order(call));
        return Answers.json(
                200, organizations.stream().map(OrganizationCalls::json).toList());
    }

    private static Comparator<Organization> order(Call call) throws Refused {
        String sortBy = call.query().find("sort_by").orElse("name");
        Comparator<Organization> order = switch (sortBy.startsWith("-") ? sortBy.substring(1) : sortBy) {
            case "name" -> Comparator.comparing(Organization::name);
            case "type" -> Comparator.comparing(Organization::type);
            case "id" -> Comparator.comparing(Organization::id);
            default ->
                throw Refused.of(
                        new Refused.Fault("querystring", "sort_by", "\"" + sortBy + "\" is not one of name, type, id"));
        };
        return sortBy.startsWith("-") ? order.reversed() : order;
    }

    private static Answer detail(Call call) throws Refused {
        return call.credential().organizations().stream()
                .filter(organization -> organization.id().equals(call.parameter("id")))
                .findFirst()
                .map(organization -> Answers.json(200, json(organization)))
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private static Answer userInfo(Call call) {
        Organization home = call.credential().defaultOrganization();
        return Answers.json(
                200,
                Fields.of("id", home.id())
                        .and("username", home.name())
                        .and("name", home.legalName())
                        .and("firstname", home.firstName())
                        .and("lastname", home.lastName())
                        .and("email", home.email())
                        .and("lang", "en")
                        .and("streetaddr", "1 Example Street")
                        .and("zip", "75001")
                        .and("city", "Paris")
                        .and("country", "FR")
                        .and("phone", "+33.123456789"));
    }

    private static Fields json(Organization organization) {
        return Fields.of("id", organization.id())
                .and("name", organization.name())
                .and("type", organization.type())
                .and("orgname", organization.legalName())
                .and("firstname", organization.firstName())
                .and("lastname", organization.lastName())
                .and("email", organization.email())
                .and("reseller", organization.reseller())
                .and("corporate", organization.corporate());
    }
}
