/// <reference no-default-lib="true" />
/// <reference lib="es2023" />

// The language of dnsconfig.js, for editors. Written by "cadastre write-types".
//
// Put `// @ts-check` into the first line of dnsconfig.js, and
// `/// <reference path="types-dnscontrol.d.ts" />` below it.

/** Seconds, or a number with a unit: "90", "5m", "1h", "2d", "1w", "1n" (30 days), "1y". */
type Duration = number | string;

/** What may stand in D(): a function of the domain, metadata, or a list of these. */
type DomainModifier = ((domain: any) => any) | {[key: string]: any} | DomainModifier[];

/** What may stand behind the arguments of a record: a function of the record, or metadata. */
type RecordModifier = ((record: any) => any) | {[key: string]: any};

/** A row of a table by which addresses are transformed. */
interface TransformRow {
    low: string | number;
    high: string | number;
    newBase?: string | number | (string | number)[];
    newIP?: string | number | (string | number)[];
}

/** What fetch() answers. */
interface FetchResponse {
    url: string;
    status: number;
    ok: boolean;
    headers: {get(name: string): string | null};
    text(): Promise<string>;
    json(): Promise<any>;
}

/** Defined with --allow-fetch only. */
declare function fetch(
    url: string,
    options?: {method?: string; headers?: {[name: string]: string}; body?: string}
): Promise<FetchResponse>;

/** Files below a folder: recursively unless told otherwise; with the extension ".js" unless told otherwise. */
declare function glob(folder: string, recursive?: boolean, extension?: string): string[];

declare const console: {
    log(...values: any[]): void;
    info(...values: any[]): void;
    debug(...values: any[]): void;
    warn(...values: any[]): void;
    error(...values: any[]): void;
};

declare function setTimeout(callback: (...values: any[]) => void, delay?: number, ...values: any[]): number;
declare function setInterval(callback: (...values: any[]) => void, delay?: number, ...values: any[]): number;
declare function clearTimeout(timer: number): void;
declare function clearInterval(timer: number): void;

/** Underscore 1.13. */
declare const _: any;


// ---- records

/**
 * An IPv4 address of an owner name. The address is text, or a number as `IP()` makes it.
 */
declare function A(name: string, address: string | number, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * An IPv6 address of an owner name.
 */
declare function AAAA(name: string, address: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * AdGuard Home asks its upstream for the IPv4 addresses of the name.
 */
declare function ADGUARDHOME_A_PASSTHROUGH(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * AdGuard Home asks its upstream for the IPv6 addresses of the name.
 */
declare function ADGUARDHOME_AAAA_PASSTHROUGH(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A name served by the content network of Akamai.
 */
declare function AKAMAICDN(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A top-level name served by Akamai.
 */
declare function AKAMAITLC(name: string, answerType: "DUAL" | "A" | "AAAA", target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The addresses of another name, looked up by the provider, where a CNAME cannot stand: at the apex.
 * At Gandi an ALIAS elsewhere becomes a CNAME, and a zone with DNSSEC cannot hold one.
 */
declare function ALIAS(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * An alias of a resource of Azure.
 */
declare function AZURE_ALIAS(name: string, type: "A" | "AAAA" | "CNAME", target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A pull zone of Bunny, by its number.
 */
declare function BUNNY_DNS_PZ(name: string, pullZone: string | number, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A redirect of the web at Bunny.
 */
declare function BUNNY_DNS_RDR(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Which authority may issue certificates. `CAA_CRITICAL` sets the flag. `CAA_BUILDER` writes several at once.
 * Tags: `issue`, `issuewild`, `issuemail`, `issuevmc`, `iodef`, `contactemail`, `contactphone`.
 */
declare function CAA(name: string, tag: string, value: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A permanent redirect at Cloudflare. In the IR it is a single redirect.
 */
declare function CF_REDIRECT(pattern: string, url: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A redirect at Cloudflare in its own expressions; the code is 301, 302, 303, 307 or 308.
 */
declare function CF_SINGLE_REDIRECT(name: string, code: number | string, when: string, then: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A temporary redirect at Cloudflare.
 */
declare function CF_TEMP_REDIRECT(pattern: string, url: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The worker of Cloudflare that answers what fits a pattern. Neither holds a comma.
 */
declare function CF_WORKER_ROUTE(pattern: string, script: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A redirect of the web at ClouDNS.
 */
declare function CLOUDNS_WR(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Another name of the owner name; nothing else may stand beside it, so not at the apex.
 * A target without a dot belongs to the zone; with one it ends in a dot; `@` is the apex.
 */
declare function CNAME(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Who holds an address that DHCP gave, in base64.
 */
declare function DHCID(name: string, digest: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * All names below the owner name are found below the target. At Gandi only with `"all_types": "true"` in the entry of the credentials.
 */
declare function DNAME(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A public key of DNSSEC, in base64.
 */
declare function DNSKEY(name: string, flags: number, protocol: number, algorithm: number, key: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The digest of the key that a zone below this one is signed with. Gandi holds none at the apex.
 * Inside `D_EXTEND` the owner name is relative to the zone, as in DNSControl.
 */
declare function DS(name: string, keyTag: number, algorithm: number, digestType: number, digest: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A page in a frame, at providers that have such records.
 */
declare function FRAME(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * How a web site is reached: the alternatives of RFC 9460. At Gandi only with `"all_types": "true"`.
 */
declare function HTTPS(name: string, priority: number, target: string, params: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Copies the A and CNAME records of another domain of the configuration, with their addresses transformed by a table.
 * The owner names become those of the other domain below this one. A TTL of 0 keeps each record's own.
 */
declare function IMPORT_TRANSFORM(table: TransformRow[], domain: string, ttl: Duration, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * As `IMPORT_TRANSFORM`, and takes a suffix off the owner names.
 */
declare function IMPORT_TRANSFORM_STRIP(table: TransformRow[], domain: string, ttl: Duration, suffix: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A place on earth: degrees, minutes and seconds of latitude and longitude, then altitude, size and precisions in metres.
 * `LOC_BUILDER_DD` and its relatives take other notations. At Gandi only with `"all_types": "true"`.
 */
declare function LOC(name: string, d1: number, m1: number, s1: number, ns: "N" | "S" | "n" | "s", d2: number, m2: number, s2: number, ew: "E" | "W" | "e" | "w", altitude: number, size: number, horizontal: number, vertical: number, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Code of PowerDNS that makes a record of the given type when it is asked for.
 */
declare function LUA(name: string, type: string, code: string | string[], ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Where a MikroTik router forwards queries to.
 */
declare function MIKROTIK_FORWARDER(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Queries that a MikroTik router forwards.
 */
declare function MIKROTIK_FWD(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A name that a MikroTik router says does not exist.
 */
declare function MIKROTIK_NXDOMAIN(name: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A host that takes mail; the lowest preference is tried first. `MX("@", 0, ".")` says that there is no mail.
 */
declare function MX(name: string, preference: number, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A rule by which a name is rewritten into a URI or another name. No target is `"."`. At Gandi only with `"all_types": "true"`.
 */
declare function NAPTR(name: string, order: number, preference: number, flags: string, service: string, regexp: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A name server of a zone below this one. Those of the zone itself are named by `NAMESERVER`.
 */
declare function NS(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A public key of OpenPGP, in base64 or in hexadecimal digits. At Gandi only with `"all_types": "true"`.
 */
declare function OPENPGPKEY(name: string, key: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A redirect of the web at Porkbun.
 */
declare function PORKBUN_URLFWD(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The name of an address, in a reverse zone. The owner name may be the address itself, the part of the reverse name
 * below the zone, or the whole reverse name with a dot at its end.
 */
declare function PTR(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * An alias of a resource of Amazon.
 */
declare function R53_ALIAS(name: string, type: "A" | "AAAA" | "CNAME" | "CAA" | "MX" | "TXT" | "PTR" | "SPF" | "SRV" | "NAPTR", target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Who is responsible: a mailbox with a dot for its `@`, and a name that has TXT records.
 */
declare function RP(name: string, mailbox: string, text: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Which certificate a person signs mail with. `._smimecert` is put behind the owner name.
 */
declare function SMIMEA(name: string, usage: number, selector: number, matchingType: number, association: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The start of authority, for providers that hold it as a record (`BIND`). Names are absolute; the mailbox has a dot for its `@`.
 * The serial is the provider's.
 */
declare function SOA(name: string, primary: string, mailbox: string, refresh: number, retry: number, expire: number, minimum: number, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Where a service is found.
 */
declare function SRV(name: string, priority: number, weight: number, port: number, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * The fingerprint of a host key of SSH.
 */
declare function SSHFP(name: string, algorithm: number, fingerprintType: number, fingerprint: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * How a service is reached (RFC 9460). At Gandi only with `"all_types": "true"`.
 */
declare function SVCB(name: string, priority: number, target: string, params: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Which certificate a TLS server uses (DANE).
 */
declare function TLSA(name: string, usage: number, selector: number, matchingType: number, association: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * Text of any length; a list is joined. It is cut into strings of 255 octets where the protocol needs that.
 */
declare function TXT(name: string, text: string | string[], ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A temporary redirect of the web, at providers that have such records.
 */
declare function URL(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;

/**
 * A permanent redirect of the web, at providers that have such records.
 */
declare function URL301(name: string, target: string, ...modifiers: RecordModifier[]): DomainModifier;


// ---- what is said about a record

/**
 * Has no effect: long texts are always cut where the protocol needs it. Old configurations have it.
 */
declare const AUTOSPLIT: RecordModifier;

/**
 * An authority that does not understand the CAA record must not issue. Written without parentheses.
 */
declare const CAA_CRITICAL: RecordModifier;

/**
 * Cloudflare answers with the CNAME itself. Metadata for Cloudflare only.
 */
declare const CF_CNAME_FLATTEN_OFF: RecordModifier;

/**
 * Cloudflare answers with the addresses of the target. Metadata for Cloudflare only.
 */
declare const CF_CNAME_FLATTEN_ON: RecordModifier;

/**
 * A comment at Cloudflare; with `CF_MANAGE_COMMENTS`.
 */
declare function CF_COMMENT(text: string): RecordModifier;

/**
 * Cloudflare stands in front of the name, with all it has. Metadata for Cloudflare only.
 */
declare const CF_PROXY_FULL: RecordModifier;

/**
 * Cloudflare does not stand in front of the name. Metadata for Cloudflare only.
 */
declare const CF_PROXY_OFF: RecordModifier;

/**
 * Cloudflare stands in front of the name. Metadata for Cloudflare only.
 */
declare const CF_PROXY_ON: RecordModifier;

/**
 * Tags at Cloudflare; with `CF_MANAGE_TAGS`.
 */
declare function CF_TAGS(...tags: string[]): RecordModifier;

/**
 * An owner name may end in the name of the zone, which is otherwise taken for a mistake.
 */
declare const DISABLE_REPEATED_DOMAIN_CHECK: RecordModifier;

/**
 * The record shall not be there, although `NO_PURGE` keeps what nobody declared: that owner name, type and target alone.
 * What an `IGNORE` leaves to others stays. DNSControl accepts it and does nothing.
 */
declare function ENSURE_ABSENT_REC(): RecordModifier;

/**
 * The key of dynamic DNS at Hurricane Electric.
 */
declare function HEDNS_DDNS_KEY(key: string): RecordModifier;

/**
 * The address of the name may not be changed by dynamic DNS at Hurricane Electric.
 */
declare const HEDNS_DYNAMIC_OFF: RecordModifier;

/**
 * The address of the name may be changed by dynamic DNS at Hurricane Electric.
 */
declare const HEDNS_DYNAMIC_ON: RecordModifier;

/**
 * Amazon leaves the alias out while its target is ill.
 */
declare function R53_EVALUATE_TARGET_HEALTH(enabled: boolean): RecordModifier;

/**
 * The health check of Amazon that the record depends on.
 */
declare function R53_HEALTH_CHECK_ID(id: string): RecordModifier;

/**
 * The share of queries that Amazon answers with the record, 0 to 255, in a group of that name.
 */
declare function R53_WEIGHT(weight: number, identifier: string): RecordModifier;

/**
 * The hosted zone at Amazon: of the domain, or of what an `R53_ALIAS` points at.
 */
declare function R53_ZONE(id: string): RecordModifier & DomainModifier;

/**
 * How long answers about a record may be kept: seconds, or a number with a unit (`s`, `m`, `h`, `d`, `w`, `n` for 30 days, `y`).
 * Gandi takes 300 seconds to 30 days.
 */
declare function TTL(duration: Duration): RecordModifier;


// ---- what is said about a domain

/**
 * Obsolete: prints a warning and does nothing.
 */
declare const AUTODNSSEC: DomainModifier;

/**
 * The provider does not sign the zone.
 */
declare const AUTODNSSEC_OFF: DomainModifier;

/**
 * The provider signs the zone, where it can do so by itself (`BIND` notes it in the zone file).
 */
declare const AUTODNSSEC_ON: DomainModifier;

/**
 * Comments at Cloudflare are those of the configuration. Metadata for Cloudflare only.
 */
declare const CF_MANAGE_COMMENTS: DomainModifier;

/**
 * Tags at Cloudflare are those of the configuration. Metadata for Cloudflare only.
 */
declare const CF_MANAGE_TAGS: DomainModifier;

/**
 * Cloudflare stands in front of no name of the domain that does not say otherwise. Metadata for Cloudflare only.
 */
declare const CF_PROXY_DEFAULT_OFF: DomainModifier;

/**
 * Cloudflare stands in front of all names of the domain that do not say otherwise. Metadata for Cloudflare only.
 */
declare const CF_PROXY_DEFAULT_ON: DomainModifier;

/**
 * Cloudflare has no certificate for the domain. Metadata for Cloudflare only.
 */
declare const CF_UNIVERSALSSL_OFF: DomainModifier;

/**
 * Cloudflare has a certificate for the domain. Metadata for Cloudflare only.
 */
declare const CF_UNIVERSALSSL_ON: DomainModifier;

/**
 * The TTL of the records that stand behind it in the domain; otherwise 300 seconds.
 */
declare function DefaultTTL(duration: Duration): DomainModifier;

/**
 * A record may be declared and ignored at the same time: it is made, and others beside it stay.
 */
declare const DISABLE_IGNORE_SAFETY_CHECK: DomainModifier;

/**
 * Who serves the zone. The number says how many of its name servers are delegated to: all if it is left out, none if it is 0
 * (then `NAMESERVER` names them).
 */
declare function DnsProvider(name: string, nameServers?: number): DomainModifier;

/**
 * Nothing: lets every line before it end in a comma.
 */
declare const END: DomainModifier;

/**
 * The five name servers of Gidinet's premium service.
 */
declare function GIDINET_PREMIUM_NS(): DomainModifier;

/**
 * Leaves records to somebody else: those that fit all three. The label is a pattern of the owner name (`*` also crosses dots; `?`,
 * `[a-z]`, `{a,b}`), the types are separated by commas, the target is a pattern. Declaring what is ignored is an error, unless
 * `DISABLE_IGNORE_SAFETY_CHECK` allows it.
 */
declare function IGNORE(label?: string, types?: string, target?: string): DomainModifier;

/**
 * Leaves to external-dns of Kubernetes what it looks after: what its registry of TXT records names, and the registry. The
 * prefix is that of `--txt-prefix`.
 */
declare function IGNORE_EXTERNAL_DNS(prefix?: string): DomainModifier;

/**
 * `IGNORE` by owner name.
 */
declare function IGNORE_NAME(label: string, types?: string): DomainModifier;

/**
 * `IGNORE` by target.
 */
declare function IGNORE_TARGET(target: string, types?: string): DomainModifier;

/**
 * The records of another domain of the configuration, as they are when it is called.
 */
declare function INCLUDE(domain: string): DomainModifier;

/**
 * A name server that the registrar delegates the domain to, beside those of its providers.
 */
declare function NAMESERVER(name: string): DomainModifier;

/**
 * The TTL of the NS records that are made of the name servers.
 */
declare function NAMESERVER_TTL(duration: Duration): DomainModifier;

/**
 * What nobody declared stays. `ENSURE_ABSENT_REC` names exceptions. Written without parentheses.
 */
declare const NO_PURGE: DomainModifier;

/**
 * What nobody declared is deleted, which is so anyway: for use after `DEFAULTS(NO_PURGE)`.
 */
declare const PURGE: DomainModifier;


// ---- builders: several records, or one with a difficult text

/**
 * The CAA records of a name. `"none"` forbids that kind of certificate.
 */
declare function CAA_BUILDER(settings: {
    label?: string;
    iodef?: string | string[];
    iodef_critical?: boolean;
    issue?: string[] | string;
    issue_critical?: boolean;
    issuewild?: string[] | string;
    issuewild_critical?: boolean;
    issuevmc?: string[] | string;
    issuevmc_critical?: boolean;
    issuemail?: string[] | string;
    issuemail_critical?: boolean;
    ttl?: Duration;
}): DomainModifier;

/**
 * Gives back its argument. Old configurations have it; `DKIM_BUILDER` makes the text.
 */
declare function DKIM(text: string): string;

/**
 * The TXT record of a key of DKIM. Without `pubkey` the key is revoked.
 */
declare function DKIM_BUILDER(settings: {
    selector: string;
    pubkey?: string;
    label?: string;
    version?: string;
    hashtypes?: string | string[];
    keytype?: string;
    servicetypes?: string | string[];
    flags?: string | string[];
    note?: string;
    ttl?: Duration;
}): DomainModifier;

/**
 * The TXT record of a policy of DMARC.
 */
declare function DMARC_BUILDER(settings: {
    label?: string;
    version?: string;
    policy?: "none" | "quarantine" | "reject";
    subdomainPolicy?: "none" | "quarantine" | "reject";
    alignmentDKIM?: "relaxed" | "strict" | "r" | "s";
    alignmentSPF?: "relaxed" | "strict" | "r" | "s";
    percent?: number;
    rua?: string[];
    ruf?: string[];
    failureOptions?: {SPF?: boolean; DKIM?: boolean} | string;
    failureFormat?: string;
    reportInterval?: Duration;
    ttl?: Duration;
}): DomainModifier;

/**
 * A LOC record of decimal degrees: `x` is the latitude, `y` the longitude.
 */
declare function LOC_BUILDER_DD(settings: {x: number; y: number; label?: string; alt?: number; ttl?: Duration}): DomainModifier;

/**
 * A LOC record of a text with decimal degrees.
 */
declare function LOC_BUILDER_DMM_STR(settings: {str: string; label?: string; alt?: number; ttl?: Duration}): DomainModifier;

/**
 * A LOC record of a text with degrees, minutes and seconds.
 */
declare function LOC_BUILDER_DMS_STR(settings: {str: string; label?: string; alt?: number; ttl?: Duration}): DomainModifier;

/**
 * A LOC record of a text of either form.
 */
declare function LOC_BUILDER_STR(settings: {str: string; label?: string; alt?: number; ttl?: Duration}): DomainModifier;

/**
 * The records that Microsoft 365 wants. A name with a dash needs `domainGUID`, DKIM needs `initialDomain`.
 */
declare function M365_BUILDER(name: string, settings: {
    label?: string;
    mx?: boolean;
    autodiscover?: boolean;
    dkim?: boolean;
    skypeForBusiness?: boolean;
    mdm?: boolean;
    domainGUID?: string;
    initialDomain?: string;
}): DomainModifier;

/**
 * The TXT record of a policy of SPF. `flatten` names the includes whose terms are taken in (`"*"` for all), so that fewer look-ups are
 * needed; the record as it was written is then kept at `raw`. `overflow` cuts a long record into a chain, `%d` being its number.
 *
 * Flattening looks records up in DNS, and compares them with `spfcache.json` beside the configuration: what stands there wins, and
 * what has changed is written to `spfcache.updated.json` for you to look at and rename.
 */
declare function SPF_BUILDER(settings: {
    label?: string;
    parts: string[];
    raw?: string;
    flatten?: string[];
    overflow?: string;
    overhead1?: number | string;
    txtMaxSize?: number | string;
    ttl?: Duration;
}): DomainModifier;


// ---- at the top level

/**
 * Values of variables that `-v name=value` did not set. Called before they are used.
 */
declare function CLI_DEFAULTS(values: {[name: string]: any}): void;

/**
 * Declares a domain: its name, its registrar, and what it holds. Each name once; `example.com!tag` declares another zone of
 * the same name, for another view of it.
 */
declare function D(name: string, registrar: string, ...modifiers: DomainModifier[]): void;

/**
 * Adds to a domain that was declared before: the one with the longest name that the given name is or ends in. Owner names are
 * then relative to the given name.
 */
declare function D_EXTEND(name: string, ...modifiers: DomainModifier[]): void;

/**
 * What all domains declared from here on begin with; called without arguments, nothing.
 */
declare function DEFAULTS(...modifiers: DomainModifier[]): void;

/**
 * A domain whose records are looked after elsewhere; only its delegation is ours.
 */
declare function DOMAIN_ELSEWHERE(name: string, registrar: string, nameServers: string[] | string): void;

/**
 * A domain whose records are looked after elsewhere; it is delegated to the name servers of the providers.
 */
declare function DOMAIN_ELSEWHERE_AUTO(name: string, registrar: string, ...providers: string[]): void;

/**
 * Gets a page of the web, only with `--allow-fetch`. A request that fails ends the run. Addresses that machines in a cloud ask about
 * themselves are refused.
 */
declare function FETCH(url: string, options?: {method?: string; headers?: {[name: string]: string}; body?: string}): Promise<FetchResponse>;

/**
 * The names declared so far.
 */
declare function getConfiguredDomains(): string[];

/**
 * The hash of a text in hexadecimal digits.
 */
declare function HASH(algorithm: "SHA1" | "SHA256" | "SHA512" | "sha1" | "sha256" | "sha512", text: string): string;

/**
 * An IPv4 address as a number, to reckon with.
 */
declare function IP(address: string): number;

/**
 * Names a DNS provider: an entry of the credentials, whose `TYPE` says which. Settings follow as an object. Gives back the name.
 */
declare function NewDnsProvider(name: string, type?: string, meta?: object): string;
declare function NewDnsProvider(name: string, meta?: object): string;

/**
 * Names a registrar: an entry of the credentials, whose `TYPE` says which. `NewRegistrar("none")` asks nobody. Gives back the name.
 */
declare function NewRegistrar(name: string, type?: string, meta?: object): string;
declare function NewRegistrar(name: string, meta?: object): string;

/**
 * Ends the run with a message.
 */
declare function PANIC(message: string): never;

/**
 * Runs another file, or gives back what a `.json` or `.json5` file holds. A path that begins with a dot belongs to the folder of the
 * file it stands in, any other to the working folder.
 */
declare function require(path: string): any;

/**
 * Runs all `.js` files of a folder, and of the folders in it unless the second argument is `false`; gives back their names.
 */
declare function require_glob(folder: string, recursive?: boolean): string[];

/**
 * The name of the reverse zone of an address or a block. For blocks from /25 to /31 `REVCOMPAT` chooses the rule.
 */
declare function REV(block: string): string;

/**
 * Which names `REV` gives blocks of less than 256 addresses: those of RFC 2317 (`"rfc2317"`) or RFC 4183 (`"rfc4183"`). Called once.
 */
declare function REVCOMPAT(rule: string | number): void;
