package org.shieldwall.world;

import java.util.Arrays;
import org.shieldwall.kernel.Digest;
import org.shieldwall.kernel.Part;

/** Which levers are on, what is therefore alive, and which networks reach which. */
public final class Switches implements Part<Switches> {
    private final World world;
    private final boolean[] leverOn;
    private final boolean[] alive;
    private final long[] reach;
    private final int zones;

    Switches(World world) {
        this.world = world;
        leverOn = new boolean[world.leverCount()];
        alive = new boolean[world.entities.size()];
        zones = world.networkCount() + 1;
        reach = new long[zones * zones];
        follow();
    }

    public boolean on(int lever) {
        return leverOn[lever];
    }

    boolean[] leversOn() {
        return leverOn;
    }

    /** Whether an entity takes part at all: a dormant one draws nothing and is a member of nothing. */
    public boolean alive(int entity) {
        return alive[entity];
    }

    public boolean alive(EntityKind kind, int index) {
        return alive[world.entities.entity(kind, index)];
    }

    /** Services by which one zone may be reached from another, as bits; the internet is the last zone. */
    public long reach(int from, int to) {
        return reach[from * zones + to];
    }

    /** Whether an organisation is a member of a community now. */
    public boolean member(int community, int place) {
        Rows.CommunityRow row = world.community(community);
        return alive(EntityKind.COMMUNITY, community)
                && alive(EntityKind.ORGANISATION, row.members()[place])
                && broughtNow(row.memberLevers()[place]);
    }

    void set(int lever, boolean on) {
        leverOn[lever] = on && !isMasked(lever);
        follow();
    }

    void setAll(boolean[] on) {
        for (int lever = 0; lever < leverOn.length; lever++) {
            leverOn[lever] = on[lever] && !isMasked(lever);
        }
        follow();
    }

    /** A masked lever is never on: what it brings is not there, and what it sets keeps its value. */
    private boolean isMasked(int lever) {
        return world.masked[world.entities.entity(EntityKind.LEVER, lever)];
    }

    /** The place of an organisation among a community's members; −1 where it is none now, or the community is dormant. */
    public int memberPlace(int community, int organisation) {
        int[] members = world.community(community).members();
        for (int place = 0; place < members.length; place++) {
            if (members[place] == organisation) {
                return member(community, place) ? place : -1;
            }
        }
        return -1;
    }

    boolean broughtNow(int[] levers) {
        return world.broughtBy(levers, leverOn);
    }

    private void follow() {
        for (int entity = 0; entity < alive.length; entity++) {
            alive[entity] = !world.masked[entity] && world.isThere(entity, leverOn);
        }
        Entities entities = world.entities;
        for (int n = 0; n < world.networkCount(); n++) {
            inherit(
                    entities.entity(EntityKind.NETWORK, n),
                    entities.entity(EntityKind.ORGANISATION, world.network(n).organisation()));
        }
        int firstAsset = entities.entity(EntityKind.ASSET, 0);
        for (int a = 0; a < world.assetCount(); a++) {
            inherit(firstAsset + a, entities.entity(EntityKind.NETWORK, world.networkOf(a)));
        }
        for (int s = 0; s < world.sensorCount(); s++) {
            inherit(
                    entities.entity(EntityKind.SENSOR, s),
                    entities.entity(EntityKind.ORGANISATION, world.sensor(s).organisation()));
        }
        for (int c = 0; c < world.crewCount(); c++) {
            inherit(
                    entities.entity(EntityKind.CREW, c),
                    entities.entity(EntityKind.ORGANISATION, world.crew(c).organisation()));
        }
        for (int s = 0; s < world.serviceCount(); s++) {
            inherit(
                    entities.entity(EntityKind.SERVICE, s),
                    entities.entity(EntityKind.ORGANISATION, world.service(s).provider()));
        }
        for (int c = 0; c < world.classCount(); c++) {
            inherit(
                    entities.entity(EntityKind.SERVICE_CLASS, c),
                    entities.entity(EntityKind.SERVICE, world.servedClass(c).service()));
        }
        for (int s = 0; s < world.stepCount(); s++) {
            inherit(
                    entities.entity(EntityKind.STEP, s),
                    entities.entity(EntityKind.CAMPAIGN, world.step(s).campaign()));
            inherit(
                    entities.entity(EntityKind.STEP, s),
                    entities.entity(EntityKind.ACTOR, world.step(s).actor()));
        }
        Arrays.fill(reach, 0);
        for (World.LinkRow link : world.links) {
            if (broughtNow(link.levers())) {
                reach[link.from() * zones + link.to()] |= link.services();
            }
        }
    }

    private void inherit(int child, int parent) {
        alive[child] &= alive[parent];
    }

    @Override
    public void reset() {
        Arrays.fill(leverOn, false);
    }

    @Override
    public void copyFrom(Switches other) {
        System.arraycopy(other.leverOn, 0, leverOn, 0, leverOn.length);
        System.arraycopy(other.alive, 0, alive, 0, alive.length);
        System.arraycopy(other.reach, 0, reach, 0, reach.length);
    }

    @Override
    public void digest(Digest digest) {
        for (boolean on : leverOn) {
            digest.putInt(on ? 1 : 0);
        }
    }
}
