package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.UNKRecord;

class RecordsTest {
    private static final Name OWNER = Name.of("a\\.b.\\255.Example.com.");

    /// Of every type that is served, some of them hard: no text, odd octets, both cases, an empty last
    /// field.
    private static final String SAMPLES = """
            A 192.0.2.1
            A 255.255.255.255
            NS ns1.Example.net.
            CNAME a\\.b.Example.net.
            CNAME .
            SOA ns.example. host\\.master.example. 4294967295 1 2 3 4294967295
            WKS 192.0.2.1 6 25 80
            PTR Host.example.
            MX 0 .
            MX 65535 Mail.example.
            TXT ""
            TXT "ab" "" "c"
            TXT "quote \\" backslash \\\\ semicolon ; \\000\\010\\127\\200\\255 end "
            RP host.example. text.example.
            KEY 256 3 13 AQID
            AAAA ::
            AAAA 2001:db8::1
            AAAA ::ffff:192.0.2.1
            LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m
            SRV 0 5 5060 Sip.example.
            NAPTR 100 10 "S" "SIP+D2U" "!^.*$!sip:\\\\1@example.com!" .
            NAPTR 0 0 "" "" "" Target.example.
            DNAME Elsewhere.example.
            DS 65535 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
            SSHFP 4 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
            DNSKEY 257 3 13 AQIDBA==
            DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=
            TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            SMIMEA 3 0 0 0a0b
            CDS 0 0 0 00
            CDNSKEY 0 3 0 AA==
            OPENPGPKEY AQIDBAUG
            SVCB 0 Alias.example.
            SVCB 16 foo.Example.org. alpn="h2,h3" port=8443 ipv4hint=192.0.2.1
            HTTPS 1 . alpn="h2" key667="hello"
            SPF "v=spf1 -all"
            URI 10 1 "ftp://ftp1.example.com/public"
            CAA 128 issuewild ";"
            CAA 0 iodef "mailto:a@example.com"
            """;

    private static ResourceRecord sample(String line) throws Exception {
        String[] parts = line.split(" ", 2);
        Rdata rdata = Presentation.rdata(RdataTypes.of(parts[0]), parts[1], Name.ROOT);
        return new ResourceRecord(OWNER, new Ttl(300), rdata);
    }

    @Test
    void everyTypeThatIsServedCrossesTheWireAndComesBackAsItWas() throws Exception {
        Set<RdataType> seen = new HashSet<>();
        for (String line : SAMPLES.lines().toList()) {
            ResourceRecord ours = sample(line);
            Record read = Record.fromWire(Records.theirs(ours).toWire(Section.ANSWER), Section.ANSWER);

            ResourceRecord back = Records.ours(read);

            assertThat(back).as(line).isEqualTo(ours);
            assertThat(back.rdata().presentation())
                    .as(line)
                    .isEqualTo(ours.rdata().presentation());
            assertThat(back.owner().isSpelledLike(OWNER)).as(line).isTrue();
            seen.add(ours.type());
        }
        Set<RdataType> served = new HashSet<>(RdataTypes.known());
        served.removeIf(type -> !Records.isServed(type));
        assertThat(seen).isEqualTo(served);
    }

    @Test
    void aTypeThatOnlyDnsjavaKnowsKeepsTheTextOfItsType() throws Exception {
        ResourceRecord ours =
                new ResourceRecord(OWNER, new Ttl(300), new Unknown(RdataTypes.of("HINFO"), "\"a cpu\" \"an os\""));

        assertThat(Records.ours(Records.theirs(ours))).isEqualTo(ours);
    }

    @Test
    void aTypeThatNobodyKnowsIsKeptAsOctets() throws Exception {
        ResourceRecord ours =
                new ResourceRecord(OWNER, new Ttl(300), new Unknown(RdataTypes.of("TYPE65280"), "\\# 3 0a0B0c"));
        Record theirs = Records.theirs(ours);

        assertThat(theirs).isInstanceOf(UNKRecord.class);
        assertThat(Records.ours(theirs)).isEqualTo(ours);
    }

    @Test
    void whatIsNeverServedCannotBeSent() {
        ResourceRecord alias = new ResourceRecord(OWNER, new Ttl(300), new Alias(Name.of("web.example.")));

        assertThatExceptionOfType(Records.UnsendableException.class)
                .isThrownBy(() -> Records.theirs(alias))
                .withMessageStartingWith("ALIAS web.example. has no wire format");
    }

    @Test
    void aTtlWithItsFirstBitSetIsNone() throws Exception {
        byte[] wire = Record.newRecord(Records.theirs(Name.ROOT), RdataTypes.A.number(), DClass.IN, 1, new byte[4])
                .toWire(Section.ANSWER);
        wire[5] = (byte) 0x80;
        Record theirs = Record.fromWire(wire, Section.ANSWER);

        assertThat(Records.ours(theirs).ttl()).isEqualTo(new Ttl(0));
    }

    @Test
    void anRRsetIsARecordForEachRdata() throws Exception {
        RRset rrset = new RRset(OWNER, RdataTypes.TXT, new Ttl(300), List.of(Txt.ofText("a"), Txt.ofText("b")));

        assertThat(Records.theirs(rrset)).hasSize(2);
    }
}
