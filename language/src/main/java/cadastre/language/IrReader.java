package cadastre.language;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Reads what [IrWriter] wrote, or somebody by hand: nothing is added, so that reading and writing give the same text.
public final class IrReader extends ConfReader {
    private IrReader(JsonParser in) {
        super(in, new Sites());
    }

    /// What became of a text.
    public sealed interface Outcome {
        /// It is an IR.
        ///
        /// @param config what it declares, validated or not as it was when it was written
        record Read(Config config) implements Outcome {}

        /// It is not.
        ///
        /// @param message what is wrong
        /// @param place   the line and column, if it is a matter of the text
        record Wrong(String message, Optional<SourcePosition> place) implements Outcome {}
    }

    /// {@return what `json` declares; what follows its first value is not looked at}
    ///
    /// @param file the name that places give
    public static Outcome read(String file, String json) {
        if (json.isBlank()) {
            return new Outcome.Wrong("EOF", Optional.empty());
        }
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            Conf conf = new IrReader(in).read();
            List<DomainConfig> domains =
                    conf.domains().stream().map(IrReader::domain).toList();
            return new Outcome.Read(new Config(conf.registrars(), conf.dnsProviders(), domains));
        } catch (Unusable e) {
            return new Outcome.Wrong(String.valueOf(e.getMessage()), e.position());
        } catch (UnexpectedEndOfInputException e) {
            return new Outcome.Wrong("unexpected EOF", place(file, e));
        } catch (StreamReadException e) {
            return new Outcome.Wrong(e.getOriginalMessage(), place(file, e));
        }
    }

    private static Optional<SourcePosition> place(String file, JacksonException e) {
        return Optional.of(new SourcePosition(
                file,
                Math.max(e.getLocation().getLineNr(), 1),
                Math.max(e.getLocation().getColumnNr(), 1)));
    }

    private static DomainConfig domain(Domain domain) {
        return new DomainConfig(
                domain.name,
                domain.tag,
                domain.uniqueName,
                domain.registrar,
                domain.dnsProviders,
                domain.meta,
                domain.records,
                domain.nameServers,
                domain.recordsAbsent,
                domain.keepUnknown,
                domain.unmanaged,
                domain.unmanagedDisableSafetyCheck,
                domain.ignoreExternalDns,
                domain.externalDnsPrefix,
                domain.autoDnssec);
    }

    @Override
    void otherMember(Domain domain, String key, String path) {
        switch (key) {
            case "tag" -> domain.tag = text(path);
            case "uniquename" -> domain.uniqueName = text(path);
            default -> in.skipChildren();
        }
    }

    @Override
    void otherMember(Draft record, String key, String path) {
        RecordConfig.Modern known = record.modern.orElse(new RecordConfig.Modern("", "", "", ""));
        RecordConfig.Modern more = switch (key) {
            case "name_raw" ->
                new RecordConfig.Modern(text(path), known.nameUnicode(), known.fields(), known.comparable());
            case "name_unicode" ->
                new RecordConfig.Modern(known.nameRaw(), text(path), known.fields(), known.comparable());
            case "fields" ->
                new RecordConfig.Modern(known.nameRaw(), known.nameUnicode(), JsonOutput.copy(in), known.comparable());
            case "comparable" ->
                new RecordConfig.Modern(known.nameRaw(), known.nameUnicode(), known.fields(), text(path));
            default -> {
                in.skipChildren();
                yield known;
            }
        };
        if (!more.equals(known)) {
            record.modern = Optional.of(more);
        }
    }

    @Override
    Place place(String path) {
        return new Place(text(path), Optional.empty());
    }
}
