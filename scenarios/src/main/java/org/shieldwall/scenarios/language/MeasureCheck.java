package org.shieldwall.scenarios.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shieldwall.measure.Form;
import org.shieldwall.measure.Form.Part;
import org.shieldwall.scenario.Flood;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.Names;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Session;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.text.Nearest;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Span;

/** Finds what a measure's name means in a scenario: its {@link Form}, and what it is taken of. */
final class MeasureCheck {
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}d");

    private final Draft draft;
    private final Session session;
    private final Map<Part, Set<String>> known = new EnumMap<>(Part.class);
    /** Of which there may be more than is known: what they follow from is mistaken. */
    private final Set<Part> doubtful = EnumSet.noneOf(Part.class);

    MeasureCheck(Draft draft, Session session) {
        this.draft = draft;
        this.session = session;
    }

    void check(String measure, Node place) {
        String family = Form.family(measure);
        List<Form> forms = Arrays.stream(Form.values())
                .filter(form -> form.family().equals(family))
                .toList();
        if (forms.stream().anyMatch(form -> isKnown(form, measure))) {
            checkFloods(forms, measure, place);
            return;
        }
        for (Form form : forms) {
            List<String> of = form.taken(measure);
            for (int i = 0; of != null && i < of.size(); i++) {
                if (!isKnown(form.parts().get(i), of.get(i))) {
                    reportPart(form, i, of, measure, place, forms);
                    return;
                }
            }
        }
        reportForm(measure, place, forms);
    }

    private boolean isKnown(Form form, String measure) {
        List<String> of = form.taken(measure);
        if (of == null) {
            return false;
        }
        for (int i = 0; i < of.size(); i++) {
            if (!isKnown(form.parts().get(i), of.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(Part part, String name) {
        return part == Part.DAYS
                ? DAYS.matcher(name).matches()
                : known(part).contains(name)
                        || (part == Part.STEP && draft.isStep(name))
                        || doubtful.contains(part)
                        || session.isMistaken(name);
    }

    private void checkFloods(List<Form> forms, String measure, Node place) {
        boolean ofFloods = forms.stream().anyMatch(form -> form.isOfFloods() && form.taken(measure) != null);
        if (ofFloods && !session.isDoubtful(Kind.TECHNIQUE) && !sendsFloods()) {
            session.problems()
                    .add(Problem.error(
                            place.span(),
                            "`" + measure + "` is a measure of floods",
                            "no actor has one in its arsenal"));
        }
    }

    private boolean sendsFloods() {
        return draft.actors().values().stream().anyMatch(actor -> {
            List<Ref> arsenal = actor.block().find(Actors.ARSENAL);
            return arsenal == null
                    || arsenal.stream()
                            .map(ref -> draft.techniques().get(ref.name()))
                            .anyMatch(technique ->
                                    technique != null && technique.block().isWritten(Floods.FLOOD));
        });
    }

    // ---- messages

    private void reportPart(Form form, int i, List<String> of, String measure, Node place, List<Form> forms) {
        Part part = form.parts().get(i);
        String written = of.get(i);
        Span span = place instanceof Node.Scalar scalar
                ? scalar.part(measure.indexOf(written, form.family().length()), written.length())
                : place.span();
        session.problems().add(unknown(part, written, span, allowed(forms)));
    }

    private Problem unknown(Part part, String written, Span span, String allowed) {
        String nearest = Nearest.to(written, known(part));
        String listed = part == Part.DAYS ? "written as 30d" : Names.listed(known(part));
        for (Kind kind : Kind.values()) {
            Span other = draft.names().where(kind, written);
            if (other != null || part == Part.DAYS) {
                Problem problem = Problem.error(
                                span, "`" + written + "` is not " + part.withArticle(), other == null ? "unknown" : "")
                        .note(listed)
                        .note(allowed);
                return other == null ? problem : problem.seeing(other, "this is " + kind.withArticle());
            }
        }
        Problem problem = Problem.error(
                span,
                "no " + part.noun() + " is called `" + written + "`",
                nearest == null ? "unknown" : "did you mean `" + nearest + "`?");
        return nearest == null ? problem.note(listed).note(allowed) : problem;
    }

    private void reportForm(String measure, Node place, List<Form> forms) {
        Set<String> names = new TreeSet<>();
        for (Form form : forms) {
            names.addAll(names(form));
        }
        String nearest = Nearest.to(measure, names);
        String shown = forms.get(0).shown();
        session.problems()
                .add(Problem.error(
                                place.span(),
                                "there is no measure `" + measure + "`",
                                nearest == null ? "write `" + shown + "`" : "did you mean `" + nearest + "`?")
                        .note(allowed(forms))
                        .note(Names.listed(names)));
    }

    private static String allowed(List<Form> forms) {
        return "allowed here: "
                + String.join(", ", forms.stream().map(Form::shown).toList());
    }

    /** Names of a form with one part; those with more are too many. */
    private Set<String> names(Form form) {
        Set<String> names = new TreeSet<>();
        if (form.parts().isEmpty()) {
            names.add(form.named());
        } else if (form.parts().size() == 1) {
            known(form.parts().get(0)).forEach(of -> names.add(form.named(of)));
        }
        return names;
    }

    // ---- what there is

    private Set<String> known(Part part) {
        return known.computeIfAbsent(part, this::find);
    }

    private Set<String> find(Part part) {
        return switch (part) {
            case SECTOR -> sectors();
            case ORGANISATION -> draft.names().all(Kind.ORGANISATION);
            case QUEUE -> queues();
            case SERVICE -> services();
            case DAYS -> Set.of();
            case CAMPAIGN -> draft.names().all(Kind.CAMPAIGN);
            case STEP -> draft.stepPaths();
            case COPIED_STEP -> copiedSteps();
            case ASSETS -> encrypted();
            case SWITCHING_ORGANISATION -> switching();
            case PROBE -> draft.names().all(Kind.PROBE);
            case FLOOD_KIND -> {
                Set<String> kinds = new TreeSet<>();
                Arrays.stream(Flood.Kind.values()).forEach(kind -> kinds.add(Shapes.word(kind)));
                yield kinds;
            }
        };
    }

    /** With the classes that they serve one after the other: {@code service.class}. */
    private Set<String> services() {
        Set<String> services = ServedClasses.all(draft);
        services.addAll(draft.names().all(Kind.SERVICE));
        return services;
    }

    private Set<String> sectors() {
        Set<String> sectors = new TreeSet<>();
        for (Entity service : draft.services().values()) {
            String sector = Services.sector(service.block(), draft);
            if (sector == null) {
                doubtful.add(Part.SECTOR);
            } else {
                sectors.add(sector);
            }
        }
        return sectors;
    }

    private Set<String> queues() {
        Set<String> queues = new TreeSet<>();
        draft.organisations().forEach((name, organisation) -> {
            queues.add(name);
            Block security = organisation.block().find(Organisations.SECURITY);
            Map<String, Named<Block>> own = security == null ? null : security.find(Organisations.SENSORS);
            if (own != null) {
                own.keySet().forEach(sensor -> queues.add(name + "." + sensor));
            }
            draft.addedSensors(name).keySet().forEach(sensor -> queues.add(name + "." + sensor));
        });
        return queues;
    }

    private Set<String> copiedSteps() {
        Set<String> paths = new TreeSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            if (flow.copies().size() > 1) {
                paths.addAll(flow.familyPaths());
            }
        }
        return paths;
    }

    private Set<String> encrypted() {
        Set<String> groups = new TreeSet<>();
        for (CampaignFlow flow : draft.flows().values()) {
            if (!flow.isWhole()) {
                doubtful.add(Part.ASSETS);
            }
            for (CampaignFlow.Step step : flow.steps()) {
                Ref name = step.block().find(Campaigns.DO);
                Entity technique = name == null ? null : draft.techniques().get(name.name());
                if (technique == null) {
                    doubtful.add(Part.ASSETS);
                } else if (technique.block().find(Techniques.DAMAGE) == Service.Damage.ENCRYPTED) {
                    groups.addAll(draft.targets(flow, step));
                }
            }
        }
        return groups;
    }

    private Set<String> switching() {
        Set<String> organisations = new TreeSet<>();
        draft.organisations().forEach((name, organisation) -> {
            Block security = organisation.block().find(Organisations.SECURITY);
            Ref playbook = security == null ? null : security.find(Organisations.PLAYBOOK);
            Entity entity = playbook == null ? null : draft.playbooks().get(playbook.name());
            List<Block> actions = entity == null ? null : entity.block().find(Playbooks.ACTIONS);
            if (actions == null && (security == null || playbook != null)) {
                doubtful.add(Part.SWITCHING_ORGANISATION);
            }
            if (actions != null
                    && actions.stream().anyMatch(action -> action.find(Playbooks.DO) == Playbook.Kind.SWITCH_OFF)) {
                organisations.add(name);
            }
        });
        return organisations;
    }

    /** The unit of a measure: {@code person-hours}, {@code h}, 1 for a share; null where there is no such form. */
    static @Nullable String unit(String measure) {
        Form form = form(measure);
        return form == null ? null : form.unit();
    }

    /** The form of a measure's name; null where there is none. */
    static @Nullable Form form(String measure) {
        return Arrays.stream(Form.values())
                .filter(form -> form.taken(measure) != null)
                .findFirst()
                .orElse(null);
    }
}
