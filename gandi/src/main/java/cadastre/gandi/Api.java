package cadastre.gandi;

import cadastre.budget.Ledger;
import cadastre.provider.Answer;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Gandi's API with one credential: addresses in, JSON out, failures as exceptions. Thread-safe.
final class Api {
    private final PoliteClient client;
    private final Entry entry;
    private final Failures failures;
    private final CountedLedger ledger;

    Api(PoliteClient client, Entry entry) {
        this.client = client;
        this.entry = entry;
        this.failures = new Failures(entry);
        this.ledger = new CountedLedger(client.ledger(entry.address().origin(), entry.perMinute()));
    }

    /// What was read.
    ///
    /// @param answer as it came
    /// @param json   its body
    record Read(Answer answer, Json json) {}

    Entry entry() {
        return entry;
    }

    Ledger ledger() {
        return ledger;
    }

    /// How many requests were sent so far.
    long requests() {
        return ledger.grants();
    }

    PoliteClient client() {
        return client;
    }

    URI uri(String path) {
        return entry.address().resource(path, "");
    }

    /// Reads a resource of any form.
    Read get(URI uri) throws ProviderException {
        Request request = Request.get(uri, entry.authorization());
        Answer answer = send(request);
        return new Read(answer, json(answer, request));
    }

    /// Reads an object.
    Json object(URI uri) throws ProviderException {
        Json json = get(uri).json();
        if (json instanceof Json.Members) {
            return json;
        }
        throw notUnderstood(uri, "an object");
    }

    /// Reads a list.
    List<Json> list(URI uri) throws ProviderException {
        if (get(uri).json() instanceof Json.Items(List<Json> items)) {
            return items;
        }
        throw notUnderstood(uri, "a list");
    }

    /// Reads a list of strings.
    List<String> texts(URI uri) throws ProviderException {
        List<String> texts = new ArrayList<>();
        for (Json item : list(uri)) {
            if (!(item instanceof Json.Text(String text))) {
                throw notUnderstood(uri, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    ProviderException notUnderstood(URI uri, String expected) {
        return failures.notUnderstood(
                "the answer to Get \"" + uri + "\" is not " + expected, Request.get(uri, entry.authorization()));
    }

    void put(URI uri, String body) throws ProviderException {
        change(Request.put(uri, entry.authorization(), body));
    }

    void post(URI uri, String body) throws ProviderException {
        change(Request.post(uri, entry.authorization(), body));
    }

    /// Makes something new.
    ///
    /// @return how Gandi calls it
    String postForId(URI uri, String body) throws ProviderException {
        Request request = Request.post(uri, entry.authorization(), body);
        Json json = json(send(request), request);
        return json.text("id")
                .or(() -> json.text("uuid"))
                .orElseThrow(() -> failures.notUnderstood(
                        "the answer to Post \"" + uri + "\" does not say what was made", request));
    }

    void patch(URI uri, String body) throws ProviderException {
        change(Request.patch(uri, entry.authorization(), body));
    }

    void delete(URI uri) throws ProviderException {
        change(Request.delete(uri, entry.authorization()));
    }

    /// A change is carried out if Gandi says so: with nothing, or with JSON. Another page in its place says
    /// nothing.
    private void change(Request request) throws ProviderException {
        Answer answer = send(request);
        if (answer.status() != 204 && !answer.body().isEmpty()) {
            json(answer, request);
        }
    }

    private Answer send(Request request) throws ProviderException {
        Answer answer = client.send(request, ledger);
        if (!answer.isSuccess()) {
            throw failures.of(answer, request, client.clock().instant());
        }
        return answer;
    }

    private Json json(Answer answer, Request request) throws ProviderException {
        try {
            return Json.read(answer.body());
        } catch (Json.SyntaxException e) {
            throw failures.notUnderstood(String.valueOf(e.getMessage()), request);
        }
    }
}
