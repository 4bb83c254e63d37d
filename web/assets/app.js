// What scripts add to pages that already work without them: focus on errors, keys of grids, hours of here, printing, copying, small sends.
"use strict";
(() => {
  const ready = (root) => {
    const errors = root.querySelector(".erreurs");
    if (errors) errors.focus();
    for (const button of root.querySelectorAll("[data-imprimer]")) button.hidden = false;
    for (const button of root.querySelectorAll("[data-copier], [data-copier-riche], [data-montrer]")) button.hidden = false;
    for (const time of root.querySelectorAll("time[data-heure]"))
      time.textContent = new Date(time.dateTime).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  };

  // Both shapes, so that a word processor keeps titles and tables and a plain field still gets the text.
  const copyRich = async (region) => {
    const text = region.innerText;
    if (!window.ClipboardItem || !navigator.clipboard.write) return navigator.clipboard.writeText(text);
    const blob = (type, content) => new Blob([content], { type });
    const item = new ClipboardItem({ "text/html": blob("text/html", region.innerHTML), "text/plain": blob("text/plain", text) });
    return navigator.clipboard.write([item]).catch(() => navigator.clipboard.writeText(text));
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-imprimer")) window.print();
    const secret = document.getElementById(button.getAttribute("data-montrer"));
    if (secret) {
      const shown = secret.type === "password";
      secret.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", shown);
    }
    const rich = button.getAttribute("data-copier-riche");
    const copied = document.getElementById(rich ?? button.getAttribute("data-copier"));
    if (!copied) return;
    const said = document.getElementById(button.getAttribute("aria-describedby"));
    try {
      await (rich ? copyRich(copied) : navigator.clipboard.writeText(copied.value ?? copied.textContent));
      if (said) said.textContent = "Copié.";
    } catch {
      if (said) said.textContent = "Le navigateur refuse la copie : sélectionnez le texte et copiez-le.";
    }
  });

  // A list that is a filter sends its form as soon as it changes.
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute("data-envoi-direct")) form.requestSubmit();
  });

  // In a grid of fields, Enter goes down a row and Ctrl+Enter sends.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-grille] input")) return;
    const form = event.target.form;
    event.preventDefault();
    if (event.ctrlKey) {
      form.requestSubmit();
      return;
    }
    const column = [...form.querySelectorAll("[data-grille] input")].filter((field) => field.dataset.colonne === event.target.dataset.colonne);
    const next = column[column.indexOf(event.target) + 1];
    if (next) next.focus();
    else form.requestSubmit();
  });

  document.addEventListener("DOMContentLoaded", () => ready(document));
  document.addEventListener("htmx:load", (event) => ready(event.detail.elt));
})();
