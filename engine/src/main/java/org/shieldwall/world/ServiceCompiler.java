package org.shieldwall.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Service;

/** Compiles services with what they need, and the crews that mend it. */
final class ServiceCompiler {
    private final Catalogue catalogue;
    private final Parameters parameters;

    final Rows.CrewRow[] crews;
    final Rows.ServiceRow[] services;
    final Rows.ClassRow[] classes;
    final NeedProgram needs;
    final List<TrafficCompiler.Demand> demands;

    /** [group] */
    final int[][] servicesNeeding;

    /** [service]: the services that need it as a whole; and the groups of assets that it needs. */
    private final IntLists dependants;

    private final IntLists needed;

    /** [class]: the services that are served in it. */
    private final IntLists servedAs;

    /** [group]: the services that need it. */
    private final IntLists needing;

    ServiceCompiler(Catalogue catalogue, Layout layout, Parameters parameters, Calendar calendar) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        crews = crews(calendar);
        NeedProgram.Builder program = new NeedProgram.Builder(catalogue.classes);
        int count = catalogue.services.size();
        int[] roots = new int[count];
        int[] starts = new int[count];
        for (int s = 0; s < count; s++) {
            Service service = catalogue.services.get(s);
            roots[s] = program.add(s, service.needs(), catalogue::service, catalogue::group);
            starts[s] = service.startsWith() == null
                    ? roots[s]
                    : program.add(s, service.startsWith(), catalogue::service, catalogue::group);
        }
        needs = program.build();
        demands = program.demands(catalogue::zone);
        dependants = new IntLists(count);
        needing = new IntLists(layout.groups.length);
        needed = new IntLists(count);
        servedAs = new IntLists(catalogue.classes.count());
        for (int s = 0; s < count; s++) {
            visit(s, roots[s]);
            visit(s, starts[s]);
        }
        servicesNeeding = needing.all();
        classes = catalogue.classes.rows(parameters, servedAs.all());
        services = new Rows.ServiceRow[count];
        for (int s = 0; s < count; s++) {
            services[s] = service(s, roots[s], starts[s]);
        }
    }

    /** Notes on what a service depends by one of its needs. */
    private void visit(int service, int root) {
        needs.visit(root, new NeedProgram.Visitor() {
            @Override
            public void service(int on) {
                dependants.addOnce(on, service);
            }

            @Override
            public void served(int as) {
                servedAs.addOnce(as, service);
            }

            @Override
            public void group(int group) {
                needing.addOnce(group, service);
                needed.addOnce(service, group);
            }
        });
    }

    private Rows.ServiceRow service(int s, int root, int start) {
        Service service = catalogue.services.get(s);
        String path = "services." + service.name() + ".";
        return new Rows.ServiceRow(
                catalogue.organisation(service.providedBy()),
                service.sector(),
                root,
                start,
                parameters.time(path + "restart", service.restart()),
                parameters.time(path + "buffer", service.buffer()),
                parameters.time(path + "refill", service.refill()),
                parameters.time(path + "degrade", service.degrade()),
                service.customers(),
                service.people(),
                byHand(service, path),
                restores(service, path),
                catalogue.classes.first(s),
                service.classes().size(),
                dependants.of(s),
                needed.of(s));
    }

    private Rows.CrewRow[] crews(Calendar calendar) {
        Rows.CrewRow[] rows = new Rows.CrewRow[catalogue.crews.size()];
        for (int c = 0; c < rows.length; c++) {
            Service.Crew crew = catalogue.crews.get(c);
            int organisation = catalogue.organisation(crew.organisation());
            rows[c] = new Rows.CrewRow(
                    organisation,
                    parameters.number("crews." + crew.name() + ".count", crew.count()),
                    calendar.roster(
                            crew.onDuty(),
                            catalogue.organisations.get(organisation).zone()));
        }
        return rows;
    }

    private Rows.@Nullable ByHandRow byHand(Service service, String path) {
        Service.ByHand byHand = service.byHand();
        return byHand == null
                ? null
                : new Rows.ByHandRow(
                        (int) (NeedProgram.FULL * byHand.level()),
                        parameters.time(path + "by-hand.after", byHand.after()),
                        parameters.time(path + "by-hand.lasts", byHand.lasts()));
    }

    private int optionalTime(String path, @Nullable Quantity quantity) {
        return quantity == null ? -1 : parameters.time(path, quantity);
    }

    private Rows.RestoreRow[] restores(Service service, String path) {
        Rows.RestoreRow[] rows = new Rows.RestoreRow[service.restore().size()];
        for (int r = 0; r < rows.length; r++) {
            Service.Restore restore = service.restore().get(r);
            // A lever names the only rule without a number, several by their place in the list.
            String place = rows.length == 1 ? path + "restore." : path + "restore." + (r + 1) + ".";
            int mends = 0;
            for (Service.Damage damage : restore.mends()) {
                mends |= 1 << damage.ordinal();
            }
            rows[r] = new Rows.RestoreRow(
                    catalogue.crew(restore.by()),
                    parameters.time(place + "each", restore.each()),
                    parameters.time(place + "after", restore.decision()),
                    mends,
                    optionalTime(place + "from-backup", restore.fromBackup()),
                    optionalTime(place + "with-key", restore.withKey()),
                    parameters.number(place + "cleans", restore.cleans()));
        }
        return rows;
    }
}
