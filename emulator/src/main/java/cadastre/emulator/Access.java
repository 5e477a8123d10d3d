package cadastre.emulator;

import java.util.List;
import java.util.Optional;

/// What a caller sees: which domains, which organizations.
record Access(Registry registry) {
    /// Refuses a token that names another organization than its own, on whatever call.
    void checkSharingId(Call call) throws Refused {
        Optional<String> sharingId = sharingId(call);
        Credential credential = call.credential();
        if (sharingId.isPresent()
                && credential.kind() == Credential.Kind.TOKEN
                && !credential.defaultOrganization().id().equals(sharingId.get())) {
            throw new Refused(Errors.forbidden());
        }
    }

    /// {@return the domain that the path names}
    ///
    /// @throws Refused if it is not at Gandi or the credential does not reach it, 404; if it reaches it without
    /// the permission, 403
    Domain domain(Call call, Permission permission) throws Refused {
        Credential credential = call.credential();
        Domain domain = registry.domain(call.fqdn())
                .filter(credential::reaches)
                .orElseThrow(() -> new Refused(Errors.notFound()));
        if (!credential.may(permission)) {
            throw new Refused(Errors.forbidden());
        }
        domain.settle(call.now());
        return domain;
    }

    /// {@return the zone of the domain that the path names}
    ///
    /// @throws Refused as [#domain]; and 404 if LiveDNS does not serve it
    LiveZone zone(Call call) throws Refused {
        return domain(call, Permission.TECH).zone(call.now()).orElseThrow(() -> new Refused(Errors.unknownDomain()));
    }

    /// {@return the domains that a list shows: those of the organization that `sharing_id` names, or else of the
    /// default one; none without the permission}
    ///
    /// @throws Refused if the organization is not one of the caller's
    List<Domain> listed(Call call, Permission permission) throws Refused {
        Credential credential = call.credential();
        Organization organization = organization(call);
        registry.settle(call.now());
        return registry.domains().stream()
                .filter(domain -> domain.organization().equals(organization))
                .filter(credential::reaches)
                .filter(_ -> credential.may(permission))
                .toList();
    }

    /// @throws Refused without the permission, 403
    void require(Call call, Permission permission) throws Refused {
        if (!call.credential().may(permission)) {
            throw new Refused(Errors.forbidden());
        }
    }

    /// {@return the organization that `sharing_id` names, or else the default one}
    ///
    /// @throws Refused without the permission, or if the organization is not one of the caller's, 403
    Organization organization(Call call, Permission permission) throws Refused {
        require(call, permission);
        return organization(call);
    }

    private static Organization organization(Call call) throws Refused {
        Credential credential = call.credential();
        Optional<String> sharingId = sharingId(call);
        if (sharingId.isEmpty()) {
            return credential.defaultOrganization();
        }
        return credential.organizations().stream()
                .filter(organization -> organization.id().equals(sharingId.get()))
                .findFirst()
                .orElseThrow(() -> new Refused(Errors.forbidden()));
    }

    private static Optional<String> sharingId(Call call) {
        return call.query().find("sharing_id").filter(id -> !id.isEmpty());
    }
}
