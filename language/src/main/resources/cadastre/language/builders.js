// Builders: functions that make several records, or one with a difficult text, of an object of settings.

// An owner name below a label, which may be the apex.
function below(prefix, label) {
    return label === '@' ? prefix : prefix + '.' + label;
}

function ttlOf(settings) {
    return settings.ttl ? [TTL(settings.ttl)] : [];
}

function oneOf(allowed, given, message) {
    for (const value of given) {
        if (!allowed.includes(value)) {
            throw new Complaint(message);
        }
    }
}

function list(value) {
    return Array.isArray(value) ? value : [value];
}

// ---- SPF

function SPF_BUILDER(settings) {
    if (!settings.parts || settings.parts.length < 2) {
        throw new Complaint('SPF_BUILDER requires at least 2 elements');
    }
    settings.label = settings.label || '@';
    settings.raw = settings.raw === undefined ? '_rawspf' : settings.raw;
    const text = settings.parts.join(' ');
    const records = [];
    const meta = {};
    if (settings.flatten && settings.flatten.length > 0) {
        meta.flatten = list(settings.flatten).join(',');
        if (settings.raw !== '') {
            records.push(recordFunctions.TXT(settings.raw, text, ...ttlOf(settings)));
        }
    }
    if (settings.overflow) {
        meta.split = settings.overflow;
    }
    // Metadata is text, but people give numbers here.
    for (const key of ['overhead1', 'txtMaxSize']) {
        if (settings[key]) {
            meta[key] = String(settings[key]);
        }
    }
    records.push(recordFunctions.TXT(settings.label, text, meta, ...ttlOf(settings)));
    return records;
}

// ---- CAA

const authorities = ['issue', 'issuewild', 'issuevmc', 'issuemail'];

function CAA_BUILDER(settings) {
    settings.label = settings.label || '@';
    if (authorities.every((tag) => !settings[tag])) {
        throw new Complaint('CAA_BUILDER requires at least one entry at issue, issuewild, issuevmc or issuemail');
    }
    const records = [];
    for (const tag of ['iodef', ...authorities]) {
        if (!settings[tag]) {
            continue;
        }
        const modifiers = [...(settings[tag + '_critical'] ? [CAA_CRITICAL] : []), ...ttlOf(settings)];
        const none = tag !== 'iodef' && settings[tag] === 'none';
        for (const value of none ? [';'] : list(settings[tag])) {
            records.push(recordFunctions.CAA(settings.label, tag, value, ...modifiers));
        }
    }
    return records;
}

// ---- DKIM

function DKIM_BUILDER(settings) {
    const {label = '@', version = 'DKIM1', selector, pubkey = '', hashtypes, keytype, servicetypes, flags, note} =
        settings;
    if (!selector) {
        throw new Complaint('DKIM_BUILDER selector cannot be empty');
    }
    oneOf(['DKIM1'], [version], 'DKIM_BUILDER version must be one of: DKIM1');
    const tags = ['v=' + version];
    if (hashtypes) {
        oneOf(['sha1', 'sha256'], list(hashtypes), `DKIM_BUILDER hashtypes for ${keytype} must be one of: sha1, sha256`);
        tags.push('h=' + list(hashtypes).join(':'));
    }
    if (keytype) {
        oneOf(
            ['rsa', 'ed25519'],
            [keytype],
            `DKIM_BUILDER keytype must be one of: rsa, ed25519, ${keytype} given`
        );
        tags.push('k=' + keytype);
    }
    if (note) {
        tags.push('n=' + quotedPrintable(note));
    }
    tags.push('p=' + pubkey);
    if (servicetypes) {
        oneOf(['*', 'email'], list(servicetypes), 'DKIM_BUILDER servicetypes must be one of: *, email');
        tags.push('s=' + list(servicetypes).join(':'));
    }
    if (flags) {
        oneOf(['y', 's'], list(flags), 'DKIM_BUILDER flags must be one of: y, s');
        tags.push('t=' + list(flags).join(':'));
    }
    return recordFunctions.TXT(below(selector + '._domainkey', label), tags.join('; '), ...ttlOf(settings));
}

// The octets of UTF-8, those that would end or confuse a tag as =XX (RFC 6376 section 2.11).
function quotedPrintable(note) {
    return encodeURIComponent(note)
        .replace(/%([0-9A-F]{2})/g, (_, hex) => {
            const octet = parseInt(hex, 16);
            const plain = octet > 0x20 && octet < 0x7f && octet !== 0x3b && octet !== 0x3d;
            return plain ? String.fromCharCode(octet) : '=' + hex;
        });
}

// ---- DMARC

const policies = ['none', 'quarantine', 'reject'];
const alignments = {relaxed: 'r', strict: 's', r: 'r', s: 's'};

function alignment(value, message) {
    if (!Object.hasOwn(alignments, value)) {
        throw new Complaint(message);
    }
    return alignments[value];
}

function DMARC_BUILDER(settings) {
    const {label = '@', version = 'DMARC1', policy = 'none', subdomainPolicy, alignmentDKIM, alignmentSPF} = settings;
    oneOf(policies, [policy], 'Invalid DMARC policy');
    const tags = ['v=' + version, 'p=' + policy];
    if (subdomainPolicy) {
        oneOf(policies, [subdomainPolicy], 'Invalid DMARC subdomain policy');
        tags.push('sp=' + subdomainPolicy);
    }
    if (alignmentDKIM) {
        tags.push('adkim=' + alignment(alignmentDKIM, 'Invalid DMARC DKIM alignment policy'));
    }
    if (alignmentSPF) {
        tags.push('aspf=' + alignment(alignmentSPF, 'Invalid DMARC SPF alignment policy'));
    }
    if (settings.percent) {
        tags.push('pct=' + settings.percent);
    }
    tags.push(...reports(settings));
    return recordFunctions.TXT(below('_dmarc', label), tags.join('; '), ...ttlOf(settings));
}

function reports({rua, ruf, failureOptions, failureFormat, reportInterval}) {
    const tags = [];
    if (rua && rua.length > 0) {
        tags.push('rua=' + list(rua).join(','));
    }
    if (ruf && ruf.length > 0) {
        tags.push('ruf=' + list(ruf).join(','));
        const options = failures(failureOptions);
        if (options !== '0') {
            tags.push('fo=' + options);
        }
    }
    if (failureFormat) {
        tags.push('rf=' + failureFormat);
    }
    if (reportInterval) {
        tags.push('ri=' + seconds(reportInterval));
    }
    return tags;
}

// Which failures are reported: text as it is; {SPF, DKIM} as `s`, `d`, or `1` for both.
function failures(options) {
    if (!options) {
        return '0';
    }
    if (isString(options)) {
        return String(options);
    }
    if (options.SPF && options.DKIM) {
        return '1';
    }
    return options.DKIM ? 'd' : options.SPF ? 's' : '0';
}

// ---- Microsoft 365

function M365_BUILDER(name, settings = {}) {
    const {label = '@', mx = true, autodiscover = true, dkim = true, skypeForBusiness, mdm, initialDomain} = settings;
    const {CNAME, MX, SRV} = recordFunctions;
    const guid = settings.domainGUID || guidOf(name);
    const records = [];
    if (mx) {
        records.push(MX(label, 0, guid + '.mail.protection.outlook.com.'));
    }
    if (autodiscover) {
        records.push(CNAME(below('autodiscover', label), 'autodiscover.outlook.com.'));
    }
    if (dkim) {
        if (!initialDomain) {
            throw new Complaint(
                "M365_BUILDER requires your M365 account's initial domain to set up DKIM (default: enabled): " + name
            );
        }
        for (const selector of ['selector1', 'selector2']) {
            const key = selector + '-' + guid + '._domainkey.' + initialDomain + '.';
            records.push(CNAME(below(selector + '._domainkey', label), key));
        }
    }
    if (skypeForBusiness) {
        records.push(CNAME(below('lyncdiscover', label), 'webdir.online.lync.com.'));
        records.push(CNAME(below('sip', label), 'sipdir.online.lync.com.'));
        records.push(SRV(below('_sip._tls', label), 100, 1, 443, 'sipdir.online.lync.com.'));
        records.push(SRV(below('_sipfederationtls._tcp', label), 100, 1, 5061, 'sipfed.online.lync.com.'));
    }
    if (mdm) {
        records.push(CNAME(below('enterpriseregistration', label), 'enterpriseregistration.windows.net.'));
        records.push(CNAME(below('enterpriseenrollment', label), 'enterpriseenrollment.manage.microsoft.com.'));
    }
    return records;
}

function guidOf(name) {
    if (name.includes('-')) {
        throw new Complaint('M365_BUILDER requires domainGUID for domains with dashes: ' + name);
    }
    return name.replaceAll('.', '-');
}

publish({SPF_BUILDER, CAA_BUILDER, DKIM_BUILDER, DMARC_BUILDER, M365_BUILDER});
