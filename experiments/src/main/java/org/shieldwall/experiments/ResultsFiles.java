package org.shieldwall.experiments;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.shieldwall.experiments.statistics.CumulativeIncidence;
import org.shieldwall.measure.Measures;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * {@code results.json} and {@code runs.csv}. Equal results give equal bytes on every machine: the order of keys is fixed,
 * and statistics are written to twelve digits, beyond which JVMs may differ.
 */
public final class ResultsFiles {
    private static final MathContext DIGITS = new MathContext(12);
    private static final JsonMapper MAPPER = mapper();

    private ResultsFiles() {}

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Double.class, new Number12());
        module.addSerializer(double.class, new Number12());
        module.addSerializer(Enum.class, new LowerCase());
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .build())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .defaultPrettyPrinter(printer)
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .addModule(module)
                .build();
    }

    /** Any result as JSON text, with a line end. */
    public static String json(Object result) {
        return MAPPER.writeValueAsString(result) + "\n";
    }

    public static void writeJson(Results results, Path path) throws IOException {
        Files.writeString(path, json(results), StandardCharsets.UTF_8);
    }

    /**
     * One line for each run: strategy, replication, every measure; a measure that is a time is followed by how it ended. A
     * measure that does not exist in a run is left empty.
     */
    public static void writeCsv(RunTable runs, Path path) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            out.write("strategy,replication");
            for (Measures.Column column : runs.columns()) {
                out.write("," + field(column.name()));
                if (column.kind() == Measures.Kind.TIME) {
                    out.write("," + field(column.name() + ".end"));
                }
            }
            out.write("\n");
            for (int strategy = 0; strategy < runs.strategies().size(); strategy++) {
                String name = field(runs.strategies().get(strategy));
                for (int replication = 0; replication < runs.replications(); replication++) {
                    out.write(name + "," + (replication + 1));
                    writeRow(runs, strategy, replication, out);
                    out.write("\n");
                }
            }
        }
    }

    private static void writeRow(RunTable runs, int strategy, int replication, Writer out) throws IOException {
        for (int column = 0; column < runs.columns().size(); column++) {
            double value = runs.value(strategy, replication, column);
            out.write(",");
            if (!Double.isNaN(value)) {
                out.write(isWhole(value) ? Long.toString((long) value) : NumberOutput.toString(value, true));
            }
            if (runs.columns().get(column).kind() == Measures.Kind.TIME) {
                out.write(
                        Double.isNaN(value)
                                ? ","
                                : "," + CumulativeIncidence.name(runs.end(strategy, replication, column)));
            }
        }
    }

    private static String field(String text) {
        return text.matches("[^,\"\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }

    private static final class Number12 extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (!Double.isFinite(value)) {
                json.writeNull();
                return;
            }
            double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
            if (isWhole(rounded)) {
                json.writeNumber((long) rounded);
            } else {
                json.writeNumber(rounded);
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class LowerCase extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
