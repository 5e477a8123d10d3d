package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    private static final SignInName NAME = new SignInName("margaret@example.com");

    private static void assertRefused(PasswordObjection objection, String... passwords) {
        for (String password : passwords) {
            assertThat(PasswordRules.objection(Secret.of(password), NAME))
                    .as(password)
                    .contains(objection);
        }
    }

    private static void assertTaken(String... passwords) {
        for (String password : passwords) {
            assertThat(PasswordRules.objection(Secret.of(password), NAME))
                    .as(password)
                    .isEmpty();
        }
    }

    @Test
    void longOnesOfAnyCharactersAreTaken() {
        assertTaken(
                "gravel teapot orbit",
                "gravelteapot",
                "Mein Hund frisst keine Gurken",
                "7391-4482-0956-1157",
                "\u6f22\u5b57\u304b\u306a\u4ea4\u3058\u308a\u6587\u306f\u8aad\u3080\u3088",
                "xK9#mQ2$vL5!",
                "password of the teapot",
                "margaret likes gravel and teapots");
    }

    @Test
    void fewerThanTwelveCharactersAreTooFew() {
        assertRefused(
                PasswordObjection.SHORT,
                "",
                "xK9#mQ2$vL5",
                "\ud83d\udc1f\ud83d\udc0e\ud83c\udf35xK9#mQ2$",
                "pa\u0308sswo\u0308rt12");
    }

    @Test
    void moreThan256AreTooMany() {
        String sentence = "gravel teapot orbit ";

        assertTaken((sentence.repeat(12) + "and then some words").substring(0, 256));
        assertRefused(PasswordObjection.LONG, sentence.repeat(12) + "and then some more");
    }

    @Test
    void patternsAreRefused() {
        assertRefused(
                PasswordObjection.PATTERN,
                "aaaaaaaaaaaa",
                "abababababab",
                "gravegravegrave",
                "gravegravegraveg",
                "123456789012",
                "210987654321",
                "abcdefghijkl",
                "qwertyuiop[]",
                "qwertyasdfgh",
                "1qaz2wsx3edc",
                "abcd1234efgh",
                "QWERTZUIOPasdf",
                "19-07-1984 !!",
                "            ");
    }

    @Test
    void commonOnesAreRefusedInAnyDisguise() {
        assertRefused(
                PasswordObjection.COMMON,
                "passwordpassword",
                "Password2024!",
                "P@ssw0rd1234",
                "welcome-you-1",
                "letmein!letmein!!",
                "iloveyou2026",
                "qwerty-dragon-1",
                "Cadastre-Admin-2026",
                "GandiGandi99!",
                "correct horse battery staple",
                "Passwort!2026",
                "motdepasse123",
                "admin@2026-11-24");
    }

    @Test
    void theSignInNameWithLittleElseIsRefused() {
        assertRefused(
                PasswordObjection.NAME,
                "margaret@example.com",
                "Margaret@Example.com1",
                "margaret2026!",
                "!!margaret!!",
                "margaretmargaret1");
    }

    @Test
    void aShortNameForbidsNothing() {
        assertThat(PasswordRules.objection(Secret.of("gravel teapot orbit"), new SignInName("a@example.com")))
                .isEmpty();
        assertThat(PasswordRules.objection(Secret.of("aaaaaagravel"), new SignInName("a")))
                .isEmpty();
    }

    @Test
    void eachObjectionSaysWhatIsWrongAndWhatToDo() {
        for (PasswordObjection objection : PasswordObjection.values()) {
            assertThat(objection.message()).endsWith(".").hasSizeGreaterThan(30);
        }
    }
}
