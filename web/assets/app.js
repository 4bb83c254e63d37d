// What scripts add to pages that already work without them: focus on errors, keys of grids, hours of here, printing, copying, small sends.
"use strict";
(() => {
  const ready = (root) => {
    const errors = root.querySelector(".erreurs");
    if (errors) errors.focus();
    for (const button of root.querySelectorAll("[data-imprimer]")) button.hidden = false;
    for (const button of root.querySelectorAll("[data-copier]")) button.hidden = false;
    for (const time of root.querySelectorAll("time[data-heure]"))
      time.textContent = new Date(time.dateTime).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-imprimer")) window.print();
    if (button.hasAttribute("data-copier")) {
      const field = document.getElementById(button.getAttribute("data-copier"));
      const said = document.getElementById(button.getAttribute("aria-describedby"));
      try {
        await navigator.clipboard.writeText(field.value ?? field.textContent);
        if (said) said.textContent = "Copié.";
      } catch {
        if (said) said.textContent = "Le navigateur refuse la copie : sélectionnez le texte et copiez-le.";
      }
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
