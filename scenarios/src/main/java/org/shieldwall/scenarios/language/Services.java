package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Scope;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.shape.ShiftShape;
import org.shieldwall.scenarios.shape.ShiftText;
import org.shieldwall.scenarios.text.Problem;

/** Services, the people they serve, and the crews that mend what they need. */
final class Services {
    static final Key<Ref> CREW_ORGANISATION =
            required("organisation", Shapes.reference(Kind.ORGANISATION), "whose people they are");
    static final Key<Quantity> CREW_COUNT = required(
                    "count", QuantityShape.COUNT, "how many assets they can mend at once")
            .changeable();
    static final Key<ShiftText> CREW_ON_DUTY = withDefault("on-duty", new ShiftShape(), "always", "when they work");
    static final BlockShape CREW_SHAPE = new BlockShape("a crew", CREW_ORGANISATION, CREW_COUNT, CREW_ON_DUTY);

    static final Key<Double> CUSTOMERS = withDefault("customers", new PlainNumber(), "0", "meters, contracts, beds");
    static final Key<Double> PEOPLE = withDefault("people", new PlainNumber(), "0", "people who depend on it");
    static final BlockShape SERVES_SHAPE = new BlockShape("`serves`", CUSTOMERS, PEOPLE, ServedClasses.BY_CLASS);

    static final Key<Ref> RESTORE_BY = required("by", Shapes.reference(Kind.CREW), "the crew");
    static final Key<Quantity> RESTORE_EACH =
            required("each", QuantityShape.TIME, "work on one asset").changeable();
    static final Key<Map<String, Named<Quantity>>> RESTORE_AFTER = withDefault(
                    "after",
                    NamedShape.of("times", QuantityShape.TIME),
                    "{}",
                    "one entry: the decision that comes first, by a name of its own, and how long it takes, as {manual-switch: 25min}")
            .changeable();
    static final Key<List<Service.Damage>> MENDS = withDefault(
            "mends",
            ListShape.oneOrMore(Shapes.option(Service.Damage.class)),
            "[opened, failed]",
            "which damage they can mend");
    static final Key<Quantity> FROM_BACKUP = optional(
                    "from-backup",
                    QuantityShape.TIME,
                    "work on an encrypted asset of which there is a backup; without it nobody tries one")
            .changeable();
    static final Key<Quantity> WITH_KEY = optional(
                    "with-key",
                    QuantityShape.TIME,
                    "work on an encrypted asset once the attackers' key is at hand; without it nobody uses one")
            .changeable();
    static final Key<Quantity> CLEANS = withDefault(
                    "cleans",
                    QuantityShape.SHARE,
                    "0%",
                    "probability that the work removes what an attacker left on an asset of which nobody knew")
            .changeable();
    static final BlockShape RESTORE_SHAPE =
            new BlockShape("`restore`", RESTORE_BY, RESTORE_EACH, RESTORE_AFTER, MENDS, FROM_BACKUP, WITH_KEY, CLEANS);

    static final Key<Quantity> BY_HAND_LEVEL =
            required("level", QuantityShape.SHARE.constant(), "what people manage without what the service needs");
    static final Key<Quantity> BY_HAND_AFTER = withDefault(
                    "after", QuantityShape.TIME, "0", "from the loss to the first work by hand")
            .changeable();
    static final Key<Quantity> BY_HAND_LASTS = withDefault(
                    "lasts", QuantityShape.TIME, "never", "how long people can keep it up; never ends by itself")
            .changeable();
    static final BlockShape BY_HAND_SHAPE = new BlockShape("`by-hand`", BY_HAND_LEVEL, BY_HAND_AFTER, BY_HAND_LASTS);

    static final Key<Ref> PROVIDED_BY = required("provided-by", Shapes.reference(Kind.ORGANISATION), "who provides it");
    static final Key<String> SECTOR = optional("sector", Shapes.TEXT, "its sector; else its provider's");
    static final Key<NeedText> NEEDS = required("needs", new NeedShape(), "what its level depends on");
    static final Key<NeedText> STARTS_WITH =
            optional("starts-with", new NeedShape(), "what it needs to start again; else what it needs");
    static final Key<Quantity> RESTART = withDefault(
                    "restart", QuantityShape.TIME, "0", "from the return of what it needs to its own return")
            .changeable();
    static final Key<Quantity> BUFFER = withDefault(
                    "buffer", QuantityShape.TIME, "0", "how long it lasts at full level without what it needs")
            .changeable();
    static final Key<Quantity> REFILL = withDefault("refill", QuantityShape.TIME, "0", "time to fill an empty buffer")
            .changeable();
    static final Key<Quantity> DEGRADE = withDefault(
                    "degrade", QuantityShape.TIME, "0", "from the loss of what it needs to its own full loss")
            .changeable();
    static final Key<Block> SERVES = withDefault("serves", SERVES_SHAPE, "{}", "for whom it matters");
    static final Key<Block> BY_HAND =
            optional("by-hand", BY_HAND_SHAPE, "how people carry it on with paper, messengers and cash");
    static final Key<List<Block>> RESTORE =
            withDefault("restore", ListShape.noneOrMore(RESTORE_SHAPE), "[]", "how what it needs is mended");
    static final BlockShape SHAPE = new BlockShape(
            "a service",
            PROVIDED_BY,
            SECTOR,
            NEEDS,
            STARTS_WITH,
            RESTART,
            BUFFER,
            REFILL,
            DEGRADE,
            SERVES,
            BY_HAND,
            RESTORE);

    private Services() {}

    static List<Service> build(Draft draft) {
        List<Service> result = new ArrayList<>();
        for (Entity entity : draft.services().values()) {
            Block block = entity.block();
            NeedText startsWith = block.find(STARTS_WITH);
            String provider = block.get(PROVIDED_BY).name();
            List<Service.ServedClass> classes = ServedClasses.build(block.get(SERVES));
            result.add(new Service(
                    entity.name().text(),
                    provider,
                    Objects.requireNonNullElse(sector(block, draft), ""),
                    NeedShape.meaning(block.get(NEEDS), draft),
                    startsWith == null ? null : NeedShape.meaning(startsWith, draft),
                    block.get(RESTART),
                    block.get(BUFFER),
                    block.get(REFILL),
                    block.get(DEGRADE),
                    classes.isEmpty()
                            ? block.get(SERVES).get(CUSTOMERS)
                            : classes.stream()
                                    .mapToDouble(Service.ServedClass::customers)
                                    .sum(),
                    classes.isEmpty()
                            ? block.get(SERVES).get(PEOPLE)
                            : classes.stream()
                                    .mapToDouble(Service.ServedClass::people)
                                    .sum(),
                    block.get(RESTORE).stream().map(Services::restore).toList(),
                    byHand(block.find(BY_HAND)),
                    classes,
                    entity.presence()));
        }
        return List.copyOf(result);
    }

    /** The sector of a service as written, else its provider's; null where the provider has a mistake. */
    static @Nullable String sector(Block service, Draft draft) {
        String own = service.find(SECTOR);
        Ref provider = service.find(PROVIDED_BY);
        Entity organisation = provider == null ? null : draft.organisations().get(provider.name());
        return own != null || organisation == null ? own : organisation.block().find(Organisations.SECTOR);
    }

    private static Service.Restore restore(Block block) {
        Map<String, Named<Quantity>> after = block.get(RESTORE_AFTER);
        Set<Service.Damage> mends = EnumSet.copyOf(block.get(MENDS));
        return new Service.Restore(
                block.get(RESTORE_BY).name(),
                block.get(RESTORE_EACH),
                after.isEmpty()
                        ? Quantity.constant(0)
                        : after.values().iterator().next().value(),
                Collections.unmodifiableSet(mends),
                block.find(FROM_BACKUP),
                block.find(WITH_KEY),
                block.get(CLEANS));
    }

    private static Service.@Nullable ByHand byHand(@Nullable Block block) {
        if (block == null || !(block.get(BY_HAND_LEVEL).distribution() instanceof Quantity.Constant level)) {
            return null;
        }
        return new Service.ByHand(level.value(), block.get(BY_HAND_AFTER), block.get(BY_HAND_LASTS));
    }

    /** Ways that mend nothing: backups and keys help what is encrypted. */
    static void check(Entity entity, Scope scope) {
        List<Block> rules = entity.block().find(RESTORE);
        for (Block rule : rules == null ? List.<Block>of() : rules) {
            List<Service.Damage> mends = rule.find(MENDS);
            if (mends == null || mends.contains(Service.Damage.ENCRYPTED)) {
                continue;
            }
            for (Key<?> key : List.of(FROM_BACKUP, WITH_KEY)) {
                if (rule.isWritten(key)) {
                    scope.problems()
                            .add(Problem.error(
                                    rule.span(key),
                                    "`" + key.name() + "` mends what is encrypted only",
                                    "add `encrypted` to `mends`"));
                }
            }
        }
    }

    static List<Service.Crew> crews(Draft draft) {
        List<Service.Crew> result = new ArrayList<>();
        for (Entity entity : draft.crews().values()) {
            Block block = entity.block();
            result.add(new Service.Crew(
                    entity.name().text(),
                    block.get(CREW_ORGANISATION).name(),
                    block.get(CREW_COUNT),
                    block.get(CREW_ON_DUTY)
                            .with(Holidays.of(draft.organisations()
                                    .get(block.get(CREW_ORGANISATION).name()))),
                    entity.presence()));
        }
        return List.copyOf(result);
    }
}
