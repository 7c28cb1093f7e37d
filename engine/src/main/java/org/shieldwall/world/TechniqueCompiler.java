package org.shieldwall.world;

import java.util.List;
import org.shieldwall.kernel.Dice;
import org.shieldwall.scenario.Technique;

/** Compiles techniques with the evidence they leave. */
final class TechniqueCompiler {
    private final Parameters parameters;

    final Rows.TechniqueRow[] techniques;

    TechniqueCompiler(Catalogue catalogue, Parameters parameters, LinkServices linkServices) {
        this.parameters = parameters;
        techniques = new Rows.TechniqueRow[catalogue.techniques.size()];
        for (int t = 0; t < techniques.length; t++) {
            Technique technique = catalogue.techniques.get(t);
            String path = "techniques." + technique.name() + ".";
            int burns = Indicators.bits(technique.burns());
            Rows.EvidenceRow[] evidence = evidence(path, technique.evidence());
            techniques[t] = new Rows.TechniqueRow(
                    technique.name(),
                    Dice.key("TECHNIQUE:" + technique.name()),
                    parameters.time(path + "takes", technique.takes()),
                    parameters.number(path + "can", technique.can()),
                    parameters.number(path + "patched", technique.onceTargetIsPatched()),
                    parameters.number(path + "each", technique.each()),
                    technique.skillWeight(),
                    technique.hardeningWeight(),
                    technique.atOnce(),
                    technique.requires().position(),
                    technique.requires().from(),
                    technique.requires().service() == null
                            ? 0
                            : linkServices.bit(technique.requires().service()),
                    technique.requires().credential(),
                    technique.grants().position(),
                    technique.grants().persistence(),
                    technique.grants().credential(),
                    technique.grants().discovers(),
                    technique.damage() == null ? -1 : technique.damage().ordinal(),
                    Laws.time(technique.damageLasts()),
                    technique.destroysBackups(),
                    technique.givesKey(),
                    evidence,
                    burns,
                    Laws.middle(technique.cost()));
        }
    }

    private Rows.EvidenceRow[] evidence(String path, List<Technique.Evidence> traces) {
        Rows.EvidenceRow[] rows = new Rows.EvidenceRow[traces.size()];
        for (int e = 0; e < rows.length; e++) {
            Technique.Evidence trace = traces.get(e);
            String own = path + "evidence." + (e + 1) + ".";
            rows[e] = new Rows.EvidenceRow(
                    trace.sensor(),
                    trace.when(),
                    parameters.number(own + "visibility", trace.visibility()),
                    parameters.number(own + "rate", trace.rate()));
        }
        return rows;
    }
}
