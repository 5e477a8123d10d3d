/// Name servers of one's own. So far: the zone files that BIND and most other name servers read.
///
/// [Bind] is a directory of zone files, [BindZones] the provider that reads and replaces them, [ZoneFileText] lays out
/// a
/// zone file so that people read it with pleasure.
@NullMarked
package cadastre.selfhosted;

import org.jspecify.annotations.NullMarked;
