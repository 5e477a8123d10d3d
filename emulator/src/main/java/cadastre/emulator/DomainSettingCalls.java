package cadastre.emulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of a registration its holder sets: automatic renewal, the lock, tags, contacts.
final class DomainSettingCalls {
    private static final String LOCK = DomainFacts.LOCK;
    private static final List<String> ROLES = List.of("admin", "bill", "tech");
    private static final List<String> CONTACT_TYPES =
            List.of("individual", "company", "association", "publicbody", "reseller");

    private final Access access;
    private final Guesses guesses;
    private final RegistryDelay registryDelay;

    DomainSettingCalls(Access access, Guesses guesses, RegistryDelay registryDelay) {
        this.access = access;
        this.guesses = guesses;
        this.registryDelay = registryDelay;
    }

    void addTo(Router router) {
        String domain = "/v5/domain/domains/{fqdn}";
        router.on("PATCH", domain + "/autorenew", this::renewByItself)
                .on("PATCH", domain + "/status", this::lock)
                .on("GET", domain + "/tags", this::tags)
                .on("POST", domain + "/tags", this::addTag)
                .on("PUT", domain + "/tags", this::replaceTags)
                .on("PATCH", domain + "/tags", this::changeTags)
                .on("DELETE", domain + "/tags", this::clearTags)
                .on("GET", domain + "/contacts", this::contacts)
                .on("PATCH", domain + "/contacts", this::changeContacts)
                .on("PUT", domain + "/contacts/owner", this::replaceOwner);
    }

    private Answer renewByItself(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        DomainFacts.Autorenew old = domain.facts().autorenew();
        boolean enabled = body.requiredBool("enabled");
        int years = body.integer("duration", old.years(), 1, 9);
        Optional<String> payer = body.text("org_id");
        if (payer.isPresent()
                && call.credential().organizations().stream()
                        .noneMatch(one -> one.id().equals(payer.get()))) {
            body.fault("org_id", "\"" + payer.get() + "\" is not one of your organizations");
        }
        body.check();
        domain.change(
                facts -> facts.withAutorenew(new DomainFacts.Autorenew(enabled, years, payer.or(old::organization))),
                call.now());
        return Answers.message(guesses.settingStatus(), "Autorenew has been updated");
    }

    private Answer lock(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        boolean locked = body.requiredBool(LOCK);
        if (!domain.facts().canLock()) {
            body.fault(LOCK, "The TLD does not allow it");
        }
        body.check();
        domain.later(new RegistryChange.Lock(locked), call.now(), registryDelay.after(call.now()));
        return Answers.message(guesses.settingStatus(), "Status update has been requested");
    }

    private Answer tags(Call call) throws Refused {
        return Answers.json(200, access.domain(call, Permission.VIEW).facts().tags());
    }

    private Answer addTag(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        String tag = body.requiredText("tag");
        body.check();
        changeTags(domain, List.of(tag), List.of(), call);
        return Answers.message(201, "Tag has been added", call.url("/domain/domains/" + domain.fqdn() + "/tags"));
    }

    private Answer replaceTags(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        List<String> tags = body.requiredTexts("tags");
        body.check();
        changeTags(domain, tags, domain.facts().tags(), call);
        return Answers.message(200, "Tags have been updated");
    }

    private Answer changeTags(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        List<String> add = body.texts("add");
        List<String> remove = body.texts("remove");
        body.check();
        changeTags(domain, add, remove, call);
        return Answers.message(200, "Tags have been updated");
    }

    private Answer clearTags(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        domain.change(facts -> facts.withTags(List.of()), call.now());
        return Answer.empty(204);
    }

    private static void changeTags(Domain domain, List<String> add, List<String> remove, Call call) {
        domain.change(
                facts -> {
                    Set<String> tags = new LinkedHashSet<>(facts.tags());
                    tags.removeAll(remove);
                    tags.addAll(add);
                    return facts.withTags(new ArrayList<>(tags));
                },
                call.now());
    }

    private Answer contacts(Call call) throws Refused {
        return Answers.json(200, DomainJson.contacts(access.domain(call, Permission.VIEW), guesses));
    }

    private Answer changeContacts(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        DomainFacts old = domain.facts();
        DomainFacts changed = old;
        for (String role : ROLES) {
            Optional<Body> sent = body.object(role);
            if (sent.isPresent()) {
                DomainFacts.Contact before = old.others().getOrDefault(role, old.contact());
                changed = changed.withContact(role, contact(sent.get(), before));
            }
        }
        body.check();
        DomainFacts complete = changed;
        domain.change(_ -> complete, call.now());
        return Answers.message(guesses.settingStatus(), "Contacts update has been requested");
    }

    private Answer replaceOwner(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        DomainFacts.Contact owner = contact(body, domain.facts().contact());
        if (call.isDryRun()) {
            return body.verdict();
        }
        body.check();
        domain.later(new RegistryChange.Owner(owner), call.now(), registryDelay.after(call.now()));
        return Answers.message(
                202, "Owner update has been requested", call.url("/domain/domains/" + domain.fqdn() + "/contacts"));
    }

    /// What is not sent stays.
    private static DomainFacts.Contact contact(Body body, DomainFacts.Contact old) {
        return new DomainFacts.Contact(
                body.text("given").orElse(old.given()),
                body.text("family").orElse(old.family()),
                body.text("orgname").orElse(old.organization()),
                body.oneOf("type", old.type(), CONTACT_TYPES),
                body.text("streetaddr").orElse(old.street()),
                body.text("city").orElse(old.city()),
                body.text("zip").orElse(old.zip()),
                body.text("country").orElse(old.country()),
                body.text("phone").orElse(old.phone()),
                body.text("email").orElse(old.email()),
                body.bool("data_obfuscated").orElse(old.obfuscated()),
                body.bool("mail_obfuscated").orElse(old.mailObfuscated()));
    }
}
