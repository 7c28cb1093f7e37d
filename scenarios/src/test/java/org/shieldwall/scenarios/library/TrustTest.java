package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Trust moves with what partners come to know of each other, and not before. */
class TrustTest {
    private static final String CALL = "call: {do: enter, on: {any: first-pc}, retry: {every: 4d, at-most: 50}}";
    private static final String SHARING_OF_SECOND =
            "indicators: {analysis: 1h, extract: 100%, legal-delay: 0, deploy: 1h}\nnetworks";

    /** The actor calls on second too, with what it uses at first. */
    private static Partners bothHit() {
        return new Partners()
                .with(CALL, CALL + "\n      next: {do: enter, on: {any: second-pc}, retry: {every: 1d, at-most: 200}}")
                .with("operators: 1", "operators: 2");
    }

    private static FactLog run(World world) {
        return new Simulation(world).checking(true).run(List.of(), 1, 1);
    }

    private record Move(FactKind because, double before, double after) {}

    /** How the trust of one organisation in the other moved. */
    private static List<Move> moves(World world, String truster) {
        return moves(world, run(world), truster);
    }

    private static List<Move> moves(World world, FactLog facts, String truster) {
        List<Move> moves = new ArrayList<>();
        double before = 0.5;
        for (int fact : Worlds.all(facts, FactKind.TRUST_CHANGED)) {
            if (world.entities().name(facts.who(fact)).equals(truster)) {
                double after = facts.value(fact) / 1e6;
                moves.add(new Move(facts.kind(facts.trigger(fact)), before, after));
                before = after;
            }
        }
        return moves;
    }

    @Test
    void receivingMovesNothing() {
        World world = new Partners().world();
        FactLog facts = run(world);
        assertThat(Worlds.count(facts, FactKind.INDICATOR_DEPLOYED)).isGreaterThan(10);
        assertThat(Worlds.count(facts, FactKind.TRUST_CHANGED)).isZero();
    }

    @Test
    void anIndicatorThatMatchesAnAttackMovesItUpOnce() {
        World world = bothHit().world();
        FactLog facts = run(world);
        Set<FactKind> uses =
                EnumSet.of(FactKind.ATTEMPT_BLOCKED, FactKind.ALERT_ESCALATED, FactKind.COMMAND_CHANNEL_BLOCKED);
        List<Move> moves = moves(world, facts, "second");
        assertThat(moves).isNotEmpty();
        assertThat(moves).allMatch(move -> uses.contains(move.because()) && move.after() > move.before());
        assertThat(moves.get(0).after()).isCloseTo(0.52, within(1e-6));
        assertThat(moves.size()).isLessThanOrEqualTo(Worlds.count(facts, FactKind.INDICATOR_RECEIVED));
    }

    @Test
    void anAlarmThatAnalystsCloseMovesItDown() {
        World world = new Partners()
                .with(
                        "willingness: 100%,",
                        "willingness: 100%, precision: 50%, false-alerts: 1 per day, false-life: 3d,")
                .world();
        List<Move> moves = moves(world, "second");
        assertThat(moves).isNotEmpty();
        assertThat(moves)
                .allMatch(move -> move.because() == FactKind.ALERT_CLOSED && move.after() <= move.before() + 0.01);
        assertThat(moves.get(0).after()).isCloseTo(0.45, within(1e-6));
    }

    @Test
    void anAlarmThatAnalystsBelieveMovesItDownWhenTheIndicatorIsWithdrawn() {
        World world = new Partners()
                .with(
                        "willingness: 100%,",
                        "willingness: 100%, precision: 50%, false-alerts: 1 per day, false-life: 3d,")
                .with("specificity: 100%", "specificity: 0%")
                .world();
        List<Move> moves = moves(world, "second");
        assertThat(moves).isNotEmpty();
        assertThat(moves.get(0).because()).isEqualTo(FactKind.INDICATOR_WITHDRAWN);
        assertThat((0.5 - moves.get(0).after()) / 0.05)
                .as("as many steps as alarms")
                .isCloseTo(Math.rint((0.5 - moves.get(0).after()) / 0.05), within(1e-4));
    }

    @Test
    void whatIsKeptBackMovesItDownWhenThePartnerIsHitByTheSame() {
        Partners silent = bothHit().with("willingness: 100%", "willingness: 0%");
        World told = silent.with("willingness: 0%,", "willingness: 0%, withheld-known: 100%,")
                .world();
        List<Move> moves = moves(told, "second");
        assertThat(moves).isNotEmpty();
        assertThat(moves)
                .allMatch(
                        move -> move.because() == FactKind.INDICATOR_EXTRACTED && move.after() < move.before() + 0.01);
        World never = silent.with("withheld-known: 100%", "withheld-known: 0%").world();
        assertThat(moves(never, "second")).isEmpty();
        World alone = new Partners()
                .with("willingness: 100%,", "willingness: 0%, withheld-known: 100%,")
                .world();
        assertThat(moves(alone, "second")).isEmpty();
    }

    @Test
    void aLeakMovesItDownWhenTheActorActsOnItAndItIsTraced() {
        Partners leaky = new Partners()
                .with("notices: 100%", "notices: 0%")
                .with("willingness: 100%,", "willingness: 100%, leak: 100%, leak-known: 100%,");
        World traced = leaky.world();
        FactLog facts = run(traced);
        List<Move> moves = moves(traced, facts, "first");
        assertThat(moves).isNotEmpty().allMatch(move -> move.because() == FactKind.BUILD_ROTATED);
        assertThat(moves.get(0).after()).isCloseTo(0.35, within(1e-6));
        int leak = Worlds.all(facts, FactKind.INDICATOR_LEAKED).get(0);
        int rotated = Worlds.all(facts, FactKind.BUILD_ROTATED).get(0);
        int moved = Worlds.all(facts, FactKind.TRUST_CHANGED).get(0);
        assertThat(facts.time(moved)).isEqualTo(facts.time(rotated)).isGreaterThan(facts.time(leak));
        World untraced = leaky.with("leak-known: 100%", "leak-known: 0%").world();
        assertThat(moves(untraced, "first")).isEmpty();
    }

    @Test
    void stepsStartAndMemoryAreTheTrustersOwn() {
        World world = bothHit()
                .with(
                        SHARING_OF_SECOND,
                        "indicators: {analysis: 1h, extract: 100%, legal-delay: 0, deploy: 1h}\n"
                                + "      sharing: {trust: {start: 0.2, useful: 0.1, half-life: 1min}}\nnetworks")
                .world();
        List<Move> moves = moves(world, "second");
        assertThat(moves).hasSizeGreaterThan(1);
        assertThat(moves).allMatch(move -> Math.abs(move.after() - 0.3) < 1e-3);
    }

    @Test
    void whoWasAngeredPublishesLess() {
        String second = "indicators: {analysis: 1h, extract: 100%, legal-delay: 0, deploy: 1h}\n";
        Partners reciprocal = bothHit()
                .with("willingness: 100%,", "willingness: 0%, withheld-known: 100%,")
                .with(
                        SHARING_OF_SECOND,
                        second + "      sharing: {reciprocity: 1, trust: {start: 1, withheld: 1}}\nnetworks");
        World angered = reciprocal.world();
        World patient = reciprocal.with("withheld: 1", "withheld: 0").world();
        assertThat(publishedBySecond(angered)).isLessThan(publishedBySecond(patient) / 2);
    }

    private static long publishedBySecond(World world) {
        FactLog facts = run(world);
        return Worlds.all(facts, FactKind.INDICATOR_PUBLISHED).stream()
                .filter(fact -> world.entities().name(facts.who(fact)).equals("second"))
                .count();
    }
}
