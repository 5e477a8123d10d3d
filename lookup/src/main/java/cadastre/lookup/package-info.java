/// Questions to name servers: where they are, what they serve, how far a change has got.
///
/// [Questions] asks one [NameServer] one thing and says how it ended, as an [Answer]; nothing here
/// throws because a server is silent, and nothing waits longer than it was told to. [AddressBook] finds
/// where a name server is. [Propagation] asks many servers about many RRsets at once and makes a
/// [Matrix] of what they say. [Transfers] brings a whole zone, [Updates] sends an [Update], both over a
/// [Carrier] and signed with a [TsigKey].
///
/// Messages are read and written by dnsjava, of which no other module sees anything; names, RDATA and
/// RRsets are those of `dns`.
///
/// ```java
/// Questions questions = new Questions(Duration.ofSeconds(3), 2);
/// NameServer server = new NameServer(Name.of("ns1.example.net"), new InetSocketAddress("192.0.2.53", 53));
/// if (questions.serial(server, Name.of("example.com")) instanceof Answer.Answered answered) {
///     System.out.println(answered.serial());
/// }
/// ```
@NullMarked
package cadastre.lookup;

import org.jspecify.annotations.NullMarked;
