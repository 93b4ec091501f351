"use strict";
// Tables are sorted by a click on the head of a column. Without this script they stand in the order of the report.
for (const table of document.querySelectorAll("table.sortable")) {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const body = table.tBodies[0];
  const heads = table.querySelectorAll("thead th[data-column]");

  // What a line has in a column: its number if there is one, else its words; nothing where it has neither.
  const said = (row, column) => {
    const cell = row.cells[column];
    const data = cell.querySelector("data");
    if (data) return Number(data.value);
    const text = cell.textContent.trim();
    return text === "" || text === "-" || text === "…" ? null : text;
  };

  const sort = (head) => {
    const column = Number(head.dataset.column);
    const up = head.getAttribute("aria-sort") === "descending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = Array.from(body.rows, (row) => [said(row, column), row]);
    rows.sort(([one], [other]) => {
      if (one === null || other === null) return (one === null) - (other === null);
      const numbers = typeof one === "number" && typeof other === "number";
      const order = numbers ? one - other : collator.compare(String(one), String(other));
      return up ? order : -order;
    });
    body.append(...rows.map(([, row]) => row));
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
}
