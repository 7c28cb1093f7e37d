package org.shieldwall.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Service;

/** The classes of those whom services serve, numbered by service and within one by the order in which they are served. */
final class ServedClasses {
    /** Demands are whole numbers of thousandths, so that shares of them are exact. */
    private static final double THOUSANDTHS = 1000;

    private final List<Service> services;
    private final int[] first;
    private final Map<String, Integer> byPath = new HashMap<>();

    /** @param services in the order of their numbers */
    ServedClasses(List<Service> services) {
        this.services = services;
        first = new int[services.size() + 1];
        for (int s = 0; s < services.size(); s++) {
            List<Service.ServedClass> classes = services.get(s).classes();
            first[s + 1] = first[s] + classes.size();
            for (int c = 0; c < classes.size(); c++) {
                byPath.put(path(services.get(s), classes.get(c)), first[s] + c);
            }
        }
    }

    private static String path(Service service, Service.ServedClass served) {
        return service.name() + "." + served.name();
    }

    int count() {
        return first[services.size()];
    }

    /** The first class of a service; where it has none, that of the next. */
    int first(int service) {
        return first[service];
    }

    /** {@code electricity.hospitals}. */
    String path(int served) {
        int service = service(served);
        return path(services.get(service), services.get(service).classes().get(served - first[service]));
    }

    private int service(int served) {
        int service = 0;
        while (first[service + 1] <= served) {
            service++;
        }
        return service;
    }

    /** @throws IllegalArgumentException if the service has no such class */
    int index(String service, String served) {
        Integer index = byPath.get(service + "." + served);
        if (index == null) {
            throw new IllegalArgumentException("The service (%s) serves no class (%s).".formatted(service, served));
        }
        return index;
    }

    /** @param dependants [class]: services that are served in it */
    Rows.ClassRow[] rows(Parameters parameters, int[][] dependants) {
        Rows.ClassRow[] rows = new Rows.ClassRow[count()];
        for (int c = 0; c < rows.length; c++) {
            int s = service(c);
            Service service = services.get(s);
            Service.ServedClass served = service.classes().get(c - first[s]);
            int demand = parameters.number(
                    "services." + service.name() + ".serves.by-class." + served.name() + ".demand", served.demand());
            long built = Math.round(THOUSANDTHS * parameters.law(demand).quantile(0.5));
            rows[c] = new Rows.ClassRow(s, demand, built, served.customers(), served.people(), dependants[c]);
        }
        return rows;
    }
}
