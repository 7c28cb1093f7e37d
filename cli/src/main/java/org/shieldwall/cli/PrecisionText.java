package org.shieldwall.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shieldwall.experiments.Precision;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a precision: {@code 5%} of the baseline's mean, or an amount, {@code "5000 person-hours"}. */
final class PrecisionText implements ITypeConverter<Precision> {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(%|[a-z€-]*)");

    @Override
    public Precision convert(String text) {
        Matcher read = NUMBER_AND_UNIT.matcher(text.strip());
        if (!read.matches() || Double.parseDouble(read.group(1).replace(",", "")) <= 0) {
            throw new TypeConversionException(
                    "`%s` is no precision: write 5%% (of the baseline's mean) or \"5000 person-hours\""
                            .formatted(text));
        }
        double number = Double.parseDouble(read.group(1).replace(",", ""));
        return read.group(2).equals("%") ? Precision.relative(number / 100) : Precision.absolute(number);
    }
}
