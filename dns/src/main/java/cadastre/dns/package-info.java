/// What the DNS is made of: names, RDATA, RRsets, zones and their presentation format.
@NullMarked
package cadastre.dns;

import org.jspecify.annotations.NullMarked;
