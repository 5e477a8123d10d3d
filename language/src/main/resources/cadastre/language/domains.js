// Domains, providers, and what is said about them at the top level.

const conf = {registrars: [], dns_providers: [], domains: [], domain_names: []};
let defaults = [];

// ---- providers

// (name), (name, type), (name, meta) or (name, type, meta); a type that is not given stands in the credentials.
function provider(name, type, meta) {
    if (isObject(type) && !isString(type)) {
        return {name, type: '-', meta: type};
    }
    return {name, type: type === undefined ? '-' : type, meta};
}

function NewRegistrar(name, type, meta) {
    conf.registrars.push(provider(name, type, meta));
    return name;
}

function NewDnsProvider(name, type, meta) {
    const declared = provider(name, type, meta);
    if (Array.isArray(declared.meta?.ip_conversions)) {
        declared.meta.ip_conversions = format_tt(declared.meta.ip_conversions);
    }
    conf.dns_providers.push(declared);
    return name;
}

// ---- declared domains

// `example.com!` means `example.com`.
function withoutEmptyTag(name) {
    return name.endsWith('!') ? name.slice(0, -1) : name;
}

// Finds domains by name. Users may change `conf.domains`; then it is made anew.
const index = {domains: null, size: 0, byName: new Map()};

function domainNamed(name) {
    if (index.domains !== conf.domains || index.size !== conf.domains.length) {
        index.domains = conf.domains;
        index.byName.clear();
        for (const domain of conf.domains) {
            index.byName.set(withoutEmptyTag(String(domain?.name)), domain);
        }
        index.size = conf.domains.length;
    }
    return index.byName.get(name);
}

// The declared domain with the longest name that `name` is or ends in, label by label.
function domainOf(name) {
    for (let rest = withoutEmptyTag(String(name)); ; rest = rest.slice(rest.indexOf('.') + 1)) {
        const domain = domainNamed(rest);
        if (domain !== undefined) {
            return domain;
        }
        if (!rest.includes('.')) {
            throw new Complaint(name + ' was not declared yet and therefore cannot be updated. Use D() before.');
        }
    }
}

function newDomain(name, registrar) {
    return {
        name,
        subdomain: '',
        registrar,
        meta: {},
        records: [],
        rawrecords: [],
        recordsabsent: [],
        dnsProviders: {},
        defaultTTL: 0,
        nameservers: [],
        ignored_names: [],
        ignored_targets: [],
        unmanaged: [],
    };
}

function isDomain(value) {
    return isObject(value) && Array.isArray(value.records) && isObject(value.dnsProviders);
}

function modifyDomain(domain, modifier) {
    if (typeof modifier === 'function') {
        modifier(domain);
    } else if (Array.isArray(modifier)) {
        modifier.forEach((member) => modifyDomain(domain, member));
    } else if (isObject(modifier)) {
        for (const key in modifier) {
            domain.meta[key] = modifier[key];
        }
    } else {
        throw new Complaint(
            'WARNING: domain modifier type unsupported: ' + typeof modifier + ' Domain: ' + domain.name
        );
    }
}

function D(name, registrar, ...modifiers) {
    if (!isString(name)) {
        throw new TypeError('D needs the name of a domain as its first argument');
    }
    const domain = newDomain(name, registrar);
    modifyDomain(domain, defaults);
    modifyDomain(domain, modifiers);
    const declared = withoutEmptyTag(name);
    if (domainNamed(declared) !== undefined) {
        const hint = declared === name ? '' : ' (check empty tags)';
        throw new Complaint(declared + ' is declared more than once' + hint);
    }
    conf.domains.push(domain);
    conf.domain_names.push(declared);
    if (index.domains === conf.domains && index.size === conf.domains.length - 1) {
        index.byName.set(declared, domain);
        index.size++;
    }
}

// What of `name` is left of the domain's name. The first label of a classless reverse zone (`128/26.2.0.192...`)
// names a range of addresses, not a name in the zone.
function subdomainOf(name, domain) {
    const wanted = withoutEmptyTag(name);
    const declared = withoutEmptyTag(domain.name);
    if (wanted === declared) {
        return '';
    }
    const inside = wanted.includes('/') ? wanted.slice(wanted.indexOf('.') + 1) : wanted;
    return inside.slice(0, Math.max(0, inside.length - declared.length - 1));
}

function D_EXTEND(name, ...modifiers) {
    const domain = domainOf(name);
    const before = domain.subdomain;
    domain.subdomain = subdomainOf(String(name), domain);
    try {
        modifyDomain(domain, modifiers);
    } finally {
        domain.subdomain = before;
    }
}

function DEFAULTS(...modifiers) {
    defaults = modifiers;
}

function INCLUDE(name) {
    const included = domainOf(name);
    return function (domain) {
        domain.records.push(...included.records);
    };
}

function DOMAIN_ELSEWHERE(name, registrar, nameservers) {
    const names = Array.isArray(nameservers) ? nameservers : [nameservers];
    D(name, registrar, NO_PURGE, names.map((nameserver) => NAMESERVER(nameserver)));
}

function DOMAIN_ELSEWHERE_AUTO(name, registrar, ...providers) {
    D(name, registrar, NO_PURGE, providers.map((provider) => DnsProvider(provider)));
}

function getConfiguredDomains() {
    return conf.domain_names;
}

function CLI_DEFAULTS(values) {
    for (const name of Object.keys(values)) {
        if (globalThis[name] === undefined) {
            globalThis[name] = values[name];
        }
    }
}

publish({
    NewRegistrar,
    NewDnsProvider,
    D,
    D_EXTEND,
    DEFAULTS,
    INCLUDE,
    DOMAIN_ELSEWHERE,
    DOMAIN_ELSEWHERE_AUTO,
    getConfiguredDomains,
    CLI_DEFAULTS,
});
define('conf', conf, false);
