package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose rows become cards on a phone: there every figure stands beside the name of its column. A head that begins
 * with {@code >} is of a column of figures; in a cell, what follows a line break is the small print.
 */
final class Table {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    Table row(List<String> cells) {
        if (cells.size() != heads.size()) {
            throw new IllegalArgumentException(
                    "A row of %d cells does not fit under %d heads.".formatted(cells.size(), heads.size()));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Html write(Html page) {
        page.raw("<table class=\"st\"><thead><tr>");
        for (String head : heads) {
            page.element("th", "scope=\"col\"" + (isFigure(head) ? " class=\"r\"" : ""), name(head));
        }
        page.raw("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            page.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(page, i, row.get(i));
            }
            page.raw("</tr>\n");
        }
        return page.raw("</tbody></table>\n");
    }

    private void cell(Html page, int column, String text) {
        String head = heads.get(column);
        page.raw("<td");
        if (isFigure(head)) {
            page.raw(" class=\"r\"");
        }
        if (column > 0) {
            page.raw(" data-l=\"").text(name(head)).raw("\"");
        }
        int end = text.indexOf('\n');
        page.raw("><span class=\"c\">").text(end < 0 ? text : text.substring(0, end));
        if (end >= 0) {
            page.raw("<span class=\"i\">").text(text.substring(end + 1)).raw("</span>");
        }
        page.raw("</span></td>");
    }

    private static boolean isFigure(String head) {
        return head.startsWith(">");
    }

    private static String name(String head) {
        return isFigure(head) ? head.substring(1) : head;
    }

    /** The table behind one click. */
    void write(Html page, String summary) {
        if (!isEmpty()) {
            page.raw("<details><summary>").text(summary).raw("</summary>\n");
            write(page);
            page.raw("</details>\n");
        }
    }
}
