// Modifiers: functions of a domain or of a record, and objects that are merged into its metadata.

// ---- of domains

function DnsProvider(name, nameservers) {
    if (isDomain(name)) {
        throw new Complaint('DnsProvider needs the name of a DNS provider: DnsProvider("name")');
    }
    return function (domain) {
        domain.dnsProviders[name] = nameservers === undefined ? -1 : nameservers;
    };
}

function NAMESERVER(name) {
    if (arguments.length !== 1) {
        throw new Complaint('NAMESERVER only accepts one argument for name.');
    }
    return function (domain) {
        domain.nameservers.push({name});
    };
}

function NAMESERVER_TTL(duration) {
    const ttl = String(seconds(duration));
    return function (domain) {
        domain.meta.ns_ttl = ttl;
    };
}

function DefaultTTL(duration) {
    const ttl = seconds(duration);
    return function (domain) {
        domain.defaultTTL = ttl;
    };
}

function NO_PURGE(domain) {
    domain.KeepUnknown = true;
}

function PURGE(domain) {
    domain.KeepUnknown = false;
}

function IGNORE(label = '*', types = '*', target = '*') {
    return function (domain) {
        domain.unmanaged.push({label_pattern: label, rType_pattern: types, target_pattern: target});
    };
}

function IGNORE_NAME(label, types) {
    return IGNORE(label, types);
}

function IGNORE_TARGET(target, types) {
    return IGNORE('*', types, target);
}

function DISABLE_IGNORE_SAFETY_CHECK(domain) {
    domain.unmanaged_disable_safety_check = true;
}

function IGNORE_EXTERNAL_DNS(prefix) {
    return function (domain) {
        domain.ignore_external_dns = true;
        if (prefix) {
            domain.external_dns_prefix = prefix;
        }
    };
}

function AUTODNSSEC_ON(domain) {
    domain.auto_dnssec = 'on';
}

function AUTODNSSEC_OFF(domain) {
    domain.auto_dnssec = 'off';
}

function AUTODNSSEC() {
    host.print('WARNING: AUTODNSSEC is deprecated and does nothing. Use AUTODNSSEC_ON or AUTODNSSEC_OFF.');
}

function GIDINET_PREMIUM_NS() {
    return [1, 2, 3, 4, 5].map((number) => NAMESERVER('dns' + number + '.gidinet.com.'));
}

// ---- of records

function TTL(duration) {
    if (isObject(duration) && !isString(duration) && !isNumber(duration)) {
        throw new Complaint('TTL needs a duration: TTL("5m")');
    }
    const ttl = seconds(duration);
    return function (record) {
        if (isDomain(record)) {
            throw new Complaint('TTL is for records. For the records of ' + record.name + ' use DefaultTTL.');
        }
        record.ttl = ttl;
    };
}

function CAA_CRITICAL(record) {
    record.caaflag = (record.caaflag ?? 0) | 128;
}

function ENSURE_ABSENT_REC() {
    return function (record) {
        record.ensure_absent = true;
    };
}

function CF_COMMENT(text) {
    return function (record) {
        record.meta.cloudflare_comment = text;
    };
}

function CF_TAGS(...tags) {
    return function (record) {
        record.meta.cloudflare_tags = tags.join(',');
    };
}

function HEDNS_DDNS_KEY(key) {
    return function (record) {
        record.meta.hedns_dynamic = 'on';
        record.meta.hedns_ddns_key = key;
    };
}

function DKIM(text) {
    return text;
}

// ---- of Amazon's Route 53

function R53_ZONE(id) {
    return function (target) {
        if (isDomain(target)) {
            target.meta.zone_id = id;
        } else {
            target.r53_alias = {zone_id: id, ...target.r53_alias};
        }
    };
}

function R53_EVALUATE_TARGET_HEALTH(enabled) {
    return function (record) {
        record.r53_alias = {evaluate_target_health: String(enabled), ...record.r53_alias};
    };
}

function R53_WEIGHT(weight, identifier) {
    if (!isNumber(weight) || !(weight >= 0 && weight <= 255)) {
        throw new Complaint('R53_WEIGHT: weight must be a number between 0 and 255');
    }
    if (!isString(identifier) || identifier === '') {
        throw new Complaint('R53_WEIGHT: set_identifier must be a non-empty string');
    }
    return function (record) {
        record.meta.r53_weight = String(weight);
        record.meta.r53_set_identifier = identifier;
    };
}

function R53_HEALTH_CHECK_ID(identifier) {
    if (!isString(identifier) || identifier === '') {
        throw new Complaint('R53_HEALTH_CHECK_ID: health_check_id must be a non-empty string');
    }
    return function (record) {
        record.meta.r53_health_check_id = identifier;
    };
}

publish({
    DnsProvider,
    NAMESERVER,
    NAMESERVER_TTL,
    DefaultTTL,
    NO_PURGE,
    PURGE,
    IGNORE,
    IGNORE_NAME,
    IGNORE_TARGET,
    DISABLE_IGNORE_SAFETY_CHECK,
    IGNORE_EXTERNAL_DNS,
    AUTODNSSEC_ON,
    AUTODNSSEC_OFF,
    AUTODNSSEC,
    GIDINET_PREMIUM_NS,
    TTL,
    CAA_CRITICAL,
    ENSURE_ABSENT_REC,
    CF_COMMENT,
    CF_TAGS,
    HEDNS_DDNS_KEY,
    DKIM,
    R53_ZONE,
    R53_EVALUATE_TARGET_HEALTH,
    R53_WEIGHT,
    R53_HEALTH_CHECK_ID,
});

// Objects that are merged into the metadata of a domain or record.
publish({
    END: {},
    AUTOSPLIT: {},
    DISABLE_REPEATED_DOMAIN_CHECK: {skip_fqdn_check: 'true'},
    CF_PROXY_ON: {cloudflare_proxy: 'on'},
    CF_PROXY_OFF: {cloudflare_proxy: 'off'},
    CF_PROXY_FULL: {cloudflare_proxy: 'full'},
    CF_PROXY_DEFAULT_ON: {cloudflare_proxy_default: 'on'},
    CF_PROXY_DEFAULT_OFF: {cloudflare_proxy_default: 'off'},
    CF_UNIVERSALSSL_ON: {cloudflare_universalssl: 'on'},
    CF_UNIVERSALSSL_OFF: {cloudflare_universalssl: 'off'},
    CF_CNAME_FLATTEN_ON: {cloudflare_cname_flatten: 'on'},
    CF_CNAME_FLATTEN_OFF: {cloudflare_cname_flatten: 'off'},
    CF_MANAGE_COMMENTS: {cloudflare_manage_comments: 'true'},
    CF_MANAGE_TAGS: {cloudflare_manage_tags: 'true'},
    HEDNS_DYNAMIC_ON: {hedns_dynamic: 'on'},
    HEDNS_DYNAMIC_OFF: {hedns_dynamic: 'off'},
});
