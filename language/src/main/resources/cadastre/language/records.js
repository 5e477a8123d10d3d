// Records. Each function checks its arguments when it is called and returns what puts the record into a domain; so one
// value can be used in several domains, and takes the default TTL of each.

// A row: the arguments after the owner name, as [name, check, key of the IR].
const number = (name, key) => [name, isNumber, key];
const string = (name, key) => [name, isString, key];
const target = ['target', isAnything, 'target'];
const text = ['target', isStringOrArray, 'target'];

const rows = {
    CAA: [string('tag', 'caatag'), string('value', 'target')],
    DNSKEY: [
        number('flags', 'dnskeyflags'),
        number('protocol', 'dnskeyprotocol'),
        number('algorithm', 'dnskeyalgorithm'),
        string('publickey', 'dnskeypublickey'),
    ],
    HTTPS: [number('priority', 'svcpriority'), string('target', 'target'), string('params', 'svcparams')],
    SVCB: [number('priority', 'svcpriority'), string('target', 'target'), string('params', 'svcparams')],
    LUA: [string('rtype', 'luartype'), text],
    MX: [number('priority', 'mxpreference'), string('target', 'target')],
    NAPTR: [
        number('order', 'naptrorder'),
        number('preference', 'naptrpreference'),
        string('flags', 'naptrflags'),
        string('service', 'naptrservice'),
        string('regexp', 'naptrregexp'),
        string('target', 'target'),
    ],
    SMIMEA: [
        number('usage', 'smimeausage'),
        number('selector', 'smimeaselector'),
        number('matchingtype', 'smimeamatchingtype'),
        string('target', 'target'),
    ],
    SOA: [
        string('target', 'target'),
        string('mbox', 'soambox'),
        number('refresh', 'soarefresh'),
        number('retry', 'soaretry'),
        number('expire', 'soaexpire'),
        number('minttl', 'soaminttl'),
    ],
    SRV: [
        number('priority', 'srvpriority'),
        number('weight', 'srvweight'),
        number('port', 'srvport'),
        string('target', 'target'),
    ],
    SSHFP: [
        number('algorithm', 'sshfpalgorithm'),
        number('fingerprint', 'sshfpfingerprint'),
        string('value', 'target'),
    ],
    TLSA: [
        number('usage', 'tlsausage'),
        number('selector', 'tlsaselector'),
        number('matchingtype', 'tlsamatchingtype'),
        string('target', 'target'),
    ],
    TXT: [text],
    LOC: locationArguments.map(([name, check]) => [name, check, null]),
    AKAMAITLC: [['answer_type', (type) => /^(DUAL|A|AAAA)$/.test(type), 'answer_type'], string('target', 'target')],
    AZURE_ALIAS: [['type', (type) => /^(A|AAAA|CNAME)$/.test(type), null], string('target', 'target')],
    R53_ALIAS: [
        ['type', (type) => /^(A|AAAA|CNAME|CAA|MX|TXT|PTR|SPF|SRV|NAPTR)$/.test(type), null],
        string('target', 'target'),
    ],
    BUNNY_DNS_PZ: [['pullZoneId', isAnything, 'target']],
    MIKROTIK_NXDOMAIN: [],
};

// Types with an owner name and a target of which nothing is known.
const plainTypes = `A AAAA AKAMAICDN ALIAS CNAME DHCID DNAME PTR OPENPGPKEY NS ADGUARDHOME_A_PASSTHROUGH
    ADGUARDHOME_AAAA_PASSTHROUGH URL URL301 FRAME CLOUDNS_WR PORKBUN_URLFWD BUNNY_DNS_RDR MIKROTIK_FWD
    MIKROTIK_FORWARDER`.split(/\s+/);

// What remains to be done once the arguments are stored.
const finish = {
    BUNNY_DNS_PZ(record) {
        record.target = String(record.target);
    },
    LUA(record) {
        record.luartype = record.luartype.toUpperCase();
        record.target = joined(record.target);
    },
    MIKROTIK_NXDOMAIN(record) {
        record.target = 'NXDOMAIN';
    },
    NAPTR(record) {
        record.target = String(record.target) === '' ? '.' : record.target;
    },
    SMIMEA(record) {
        record.name = record.name === '@' ? '_smimecert' : record.name + '._smimecert';
    },
    TXT(record) {
        record.target = joined(record.target);
    },
    LOC(record, given) {
        Object.assign(record, location(record.name, ...given.slice(1)));
    },
    AZURE_ALIAS(record, given) {
        record.azure_alias = {type: given[1]};
    },
    R53_ALIAS(record, given) {
        record.r53_alias = {evaluate_target_health: 'false', ...record.r53_alias, type: given[1]};
    },
};

function joined(value) {
    return Array.isArray(value) ? value.join('') : value;
}

// ---- putting records into domains

function modifyRecord(record, modifier) {
    if (typeof modifier === 'function') {
        modifier(record);
    } else if (isObject(modifier)) {
        for (const key in modifier) {
            const value = modifier[key];
            record.meta[key] = key === 'transform' && Array.isArray(value) ? format_tt(value) : value;
        }
    } else {
        throw new Complaint('ERROR: Unknown modifier type');
    }
}

const unmoved = /^(CF_WORKER_ROUTE|ADGUARDHOME_.*|MIKROTIK_.*|IMPORT_TRANSFORM)$/;
const dottedQuad = /^\d+\.\d+\.\d+\.\d+$/;

// Inside D_EXTEND owner names are relative to the extended name, but for whole reverse names and addresses, which are
// fitted to the zone later.
function move(record, domain) {
    const subdomain = domain.subdomain;
    if (!subdomain || unmoved.test(record.type)) {
        return;
    }
    record.subdomain = subdomain;
    const name = String(record.name);
    if (name === '@') {
        record.name = subdomain;
    } else if (!dottedQuad.test(name) && !/\.arpa\.?$/.test(name) && !isIPv6In(domain, name)) {
        record.name = name + '.' + subdomain;
    }
}

function isIPv6In(domain, name) {
    return name.includes(':') && domain.name.endsWith('.ip6.arpa');
}

function recordFunction(type, row) {
    const fields = [['name', isString, 'name'], ...row];
    const names = fields.map(([name]) => name).join(', ');
    const finished = finish[type];
    return function (...given) {
        if (given.length < fields.length) {
            throw new Complaint(
                `${type} record requires ${fields.length} arguments (${names}). Only ${given.length} were supplied`
            );
        }
        for (let i = 0; i < fields.length; i++) {
            if (!fields[i][1](given[i])) {
                throw new Complaint(`${type} record ${fields[i][0]} argument validation failed`);
            }
        }
        const filepos = place();
        return function (domain) {
            const record = {type, meta: {}, ttl: domain.defaultTTL, filepos};
            for (let i = fields.length; i < given.length; i++) {
                modifyRecord(record, given[i]);
            }
            for (let i = 0; i < fields.length; i++) {
                if (fields[i][2] !== null) {
                    record[fields[i][2]] = given[i];
                }
            }
            finished?.(record, given);
            move(record, domain);
            (record.ensure_absent ? domain.recordsabsent : domain.records).push(record);
        };
    };
}

for (const type of plainTypes) {
    rows[type] = [target];
    finish[type] = (record) => {
        record.target = isNumber(record.target) ? num2dot(record.target) : record.target;
    };
}

const recordFunctions = {};
for (const type of Object.keys(rows)) {
    recordFunctions[type] = recordFunction(type, rows[type]);
}

// ---- records whose arguments are of another shape

const workerRoute = recordFunction('CF_WORKER_ROUTE', [target]);

function CF_WORKER_ROUTE(pattern, script, ...modifiers) {
    if (arguments.length < 2) {
        throw new Complaint(
            'CF_WORKER_ROUTE record requires 2 arguments (pattern, script). Only ' + arguments.length + ' were supplied'
        );
    }
    for (const [name, value] of Object.entries({pattern, script})) {
        if (!isString(value) || value.includes(',')) {
            throw new Complaint('CF_WORKER_ROUTE record ' + name + ' argument validation failed');
        }
    }
    return workerRoute('@', pattern + ',' + script, ...modifiers);
}

const importTransform = recordFunction('IMPORT_TRANSFORM', [target]);

function importing(table, source, ttl, meta, modifiers) {
    const record = importTransform('@', source, ...modifiers, {transform_table: format_tt(table), ...meta}, TTL(ttl));
    return record;
}

function checkImport(type, names, given) {
    if (given.length < names.length) {
        const wanted = names.join(', ');
        throw new Complaint(
            `${type} record requires ${names.length} arguments (${wanted}). Only ${given.length} were supplied`
        );
    }
    if (!Array.isArray(given[0])) {
        throw new Complaint(type + ' record translation_table argument validation failed');
    }
}

function IMPORT_TRANSFORM(table, source, ttl, ...modifiers) {
    checkImport('IMPORT_TRANSFORM', ['translation_table', 'domain', 'ttl'], arguments);
    return importing(table, source, ttl, {}, modifiers);
}

function IMPORT_TRANSFORM_STRIP(table, source, ttl, suffix, ...modifiers) {
    checkImport('IMPORT_TRANSFORM_STRIP', ['translation_table', 'domain', 'ttl', 'suffixstrip'], arguments);
    return importing(table, source, ttl, {transform_suffixstrip: suffix}, modifiers);
}

// ---- records whose arguments are examined after the program has run

function rawRecordFunction(type) {
    return function (...given) {
        const filepos = place();
        return function (domain) {
            const record = {type, meta: {}, ttl: domain.defaultTTL, filepos, args: [], metas: []};
            for (const argument of given) {
                if (typeof argument === 'function') {
                    argument(record);
                } else if (isObject(argument) && !isString(argument) && !isNumber(argument)) {
                    record.metas.push(argument);
                } else {
                    record.args.push(argument === undefined ? null : argument);
                }
            }
            domain.rawrecords.push(record);
        };
    };
}

publish(recordFunctions);
publish({
    CF_WORKER_ROUTE,
    IMPORT_TRANSFORM,
    IMPORT_TRANSFORM_STRIP,
    DS: rawRecordFunction('DS'),
    RP: rawRecordFunction('RP'),
    CF_REDIRECT: rawRecordFunction('CF_REDIRECT'),
    CF_TEMP_REDIRECT: rawRecordFunction('CF_TEMP_REDIRECT'),
    CF_SINGLE_REDIRECT: rawRecordFunction('CLOUDFLAREAPI_SINGLE_REDIRECT'),
});
