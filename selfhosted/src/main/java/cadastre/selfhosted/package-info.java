/// Name servers of one's own.
///
/// [Bind] is a directory of the zone files that BIND and most other name servers read, [BindZones] the
/// provider that reads and replaces them, [ZoneFileText] lays out a zone file so that people read it
/// with pleasure. [AxfrDdns] is a name server that transfers zones and takes updates, [PowerDns] one
/// with an HTTP API.
@NullMarked
package cadastre.selfhosted;

import org.jspecify.annotations.NullMarked;
