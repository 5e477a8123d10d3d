/// Gandi's API, version 5: zones at LiveDNS, registrations, and the credentials for both.
@NullMarked
package cadastre.gandi;

import org.jspecify.annotations.NullMarked;
