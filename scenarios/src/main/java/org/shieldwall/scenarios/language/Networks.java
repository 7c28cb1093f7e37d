package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.shieldwall.scenario.Network;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.NameShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Node;

/** Networks, the assets in them, the links between them and the accounts that open them. */
final class Networks {
    static final int MOST_ASSETS = 2_000_000;

    static final Key<Boolean> PHYSICAL = withDefault(
            "physical", Shapes.FLAG, "false", "its service survives the loss of its computer, as a breaker's does");
    static final Key<Quantity> TEMPLATE_HARDENING =
            withDefault("hardening", QuantityShape.SHARE, "0.5", "added to the organisation's; 0.5 is neutral");
    static final BlockShape TEMPLATE_SHAPE =
            new BlockShape("a template", PHYSICAL, TEMPLATE_HARDENING, Floods.TEMPLATE_CAPACITY);

    static final Key<Ref> TEMPLATE = required("template", Shapes.reference(Kind.TEMPLATE), "what kind of asset it is");
    static final Key<Integer> COUNT =
            withDefault("count", Shapes.whole(1, MOST_ASSETS), "1", "how many equal ones there are");
    static final Key<Quantity> FAILS = optional("fails", QuantityShape.TIME, "time until one fails by itself");
    static final BlockShape ASSET_SHAPE = new BlockShape("an asset", TEMPLATE, COUNT, FAILS, Floods.ASSET_CAPACITY);

    static final Key<Ref> ORGANISATION = required("organisation", Shapes.reference(Kind.ORGANISATION), "whose it is");
    static final Key<Map<String, Named<Block>>> ASSETS =
            withDefault("assets", NamedShape.withDefaults("assets", ASSET_SHAPE), "{}", "what stands in it");
    static final BlockShape SHAPE = new BlockShape("a network", ORGANISATION, ASSETS);

    static final Key<Ref> FROM = required(
            "from", Shapes.referenceOr(List.of(Network.INTERNET), Kind.NETWORK), "where connections are opened");
    static final Key<Ref> TO =
            required("to", Shapes.referenceOr(List.of(Network.INTERNET), Kind.NETWORK), "where they lead");
    static final Key<List<Node.Scalar>> ALLOW =
            required("allow", ListShape.someOf(new NameShape()), "services that may be reached: smtp, https, vpn …");
    static final BlockShape LINK_SHAPE = new BlockShape("a link", FROM, TO, ALLOW, Floods.LINE_CAPACITY);

    static final Key<Ref> OPENED = required("network", Shapes.reference(Kind.NETWORK), "which network");
    static final Key<Node.Scalar> BY = required("by", new NameShape(), "through which service");
    static final BlockShape OPENING_SHAPE = new BlockShape("`opens`", OPENED, BY);
    static final Key<Ref> FOUND_ON_ASSETS =
            required("assets", Shapes.reference(Kind.ASSETS), "assets that may hold its credentials");
    static final Key<Quantity> FOUND_ON_SHARE = withDefault(
                    "share", QuantityShape.SHARE, "100%", "share of them that do")
            .changeable();
    static final BlockShape FOUND_ON_SHAPE = new BlockShape("`found-on`", FOUND_ON_ASSETS, FOUND_ON_SHARE);
    static final Key<List<Block>> OPENS =
            required("opens", ListShape.oneOrMore(OPENING_SHAPE), "what its credentials open");
    static final Key<Block> FOUND_ON = optional("found-on", FOUND_ON_SHAPE, "where its credentials can be read");
    static final Key<Quantity> SECOND_FACTOR = withDefault(
                    "second-factor", QuantityShape.SHARE, "0%", "probability that a second factor stops a thief")
            .changeable();
    static final BlockShape ACCOUNT_SHAPE = new BlockShape("an account", OPENS, FOUND_ON, SECOND_FACTOR);

    private Networks() {}

    static List<Network> build(Draft draft) {
        List<Network> result = new ArrayList<>();
        for (Entity entity : draft.networks().values()) {
            List<Network.AssetGroup> groups = new ArrayList<>();
            entity.block().get(ASSETS).forEach((name, named) -> groups.add(group(name, named.value(), entity, draft)));
            result.add(new Network(
                    entity.name().text(),
                    entity.block().get(ORGANISATION).name(),
                    List.copyOf(groups),
                    entity.presence()));
        }
        return List.copyOf(result);
    }

    private static Network.AssetGroup group(String name, Block block, Entity network, Draft draft) {
        Entity template = draft.templates().get(block.get(TEMPLATE).name());
        if (template == null) {
            throw new IllegalStateException("The asset (" + name + ") has no template.");
        }
        return new Network.AssetGroup(
                name,
                new Network.Template(
                        template.name().text(),
                        template.block().get(PHYSICAL),
                        template.block().get(TEMPLATE_HARDENING)),
                block.get(COUNT),
                block.find(FAILS),
                Floods.capacity(
                        block.find(Floods.ASSET_CAPACITY), template.block().find(Floods.TEMPLATE_CAPACITY)),
                network.presence());
    }

    static Network.Link link(Block block, Presence presence) {
        Quantity capacity = block.find(Floods.LINE_CAPACITY);
        return new Network.Link(
                block.get(FROM).name(),
                block.get(TO).name(),
                Collections.unmodifiableSet(new TreeSet<>(
                        block.get(ALLOW).stream().map(Node.Scalar::text).toList())),
                capacity == null ? Quantity.unlimited() : capacity,
                presence);
    }

    static List<Network.Account> accounts(Draft draft) {
        List<Network.Account> result = new ArrayList<>();
        for (Entity entity : draft.accounts().values()) {
            Block block = entity.block();
            Block foundOn = block.find(FOUND_ON);
            result.add(new Network.Account(
                    entity.name().text(),
                    block.get(OPENS).stream()
                            .map(opening -> new Network.Opening(
                                    opening.get(OPENED).name(), opening.get(BY).text()))
                            .toList(),
                    foundOn == null ? null : foundOn.get(FOUND_ON_ASSETS).name(),
                    foundOn == null ? Quantity.constant(0) : foundOn.get(FOUND_ON_SHARE),
                    block.get(SECOND_FACTOR),
                    entity.presence()));
        }
        return List.copyOf(result);
    }
}
