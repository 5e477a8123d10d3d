package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TicketTest {
    @Test
    void itIsReadFromItsText() {
        Ticket ticket = Ticket.fresh(Examples.CHANCE);

        assertThat(ticket.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Ticket.parse(ticket.text()).map(Ticket::digest)).contains(ticket.digest());
        assertThat(ticket.digest())
                .isEqualTo(Digest.of(Base64.getUrlDecoder().decode(ticket.text())))
                .isNotEqualTo(Ticket.fresh(Examples.CHANCE).digest());
    }

    @Test
    void whatIsNoTicketIsNobodys() {
        String text = Ticket.fresh(Examples.CHANCE).text();

        assertThat(Ticket.parse("")).isEmpty();
        assertThat(Ticket.parse(text + "A")).isEmpty();
        assertThat(Ticket.parse(text.substring(1))).isEmpty();
        assertThat(Ticket.parse(text.substring(1) + "=")).isEmpty();
        assertThat(Ticket.parse(text.substring(1) + "+")).isEmpty();
    }

    @Test
    void itDoesNotPrint() {
        assertThat(Ticket.fresh(Examples.CHANCE)).hasToString("Ticket[not shown]");
    }
}
