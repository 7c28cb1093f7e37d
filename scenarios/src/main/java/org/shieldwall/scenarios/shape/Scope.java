package org.shieldwall.scenarios.shape;

import java.util.List;
import org.shieldwall.scenarios.text.Node;
import org.shieldwall.scenarios.text.Problem;
import org.shieldwall.scenarios.text.Problems;

/**
 * Where a value stands.
 *
 * @param owner the key under which it stands
 * @param fallbacks maps of defaults that lie below it, first the strongest
 */
public record Scope(Session session, Node.Scalar owner, List<Node.Mapping> fallbacks) {

    public static Scope root(Session session, Node.Scalar title) {
        return new Scope(session, title, List.of());
    }

    public Scope under(Node.Scalar key) {
        return new Scope(session, key, List.of());
    }

    public Scope under(Node.Scalar key, List<Node.Mapping> defaults) {
        return new Scope(session, key, defaults);
    }

    public Problems problems() {
        return session.problems();
    }

    public void error(Node node, String message, String label) {
        problems().add(Problem.error(node.span(), message, label));
    }

    /** Reports that the value is of another form than its key wants. */
    public void wrongForm(Node node, String wanted) {
        error(node, "`" + owner.text() + "` must be " + wanted, "this is " + form(node));
    }

    private static String form(Node node) {
        if (node instanceof Node.Mapping) {
            return "a map";
        }
        if (node instanceof Node.Listing) {
            return "a list";
        }
        return ((Node.Scalar) node).text().isBlank() ? "empty" : "a single value";
    }
}
