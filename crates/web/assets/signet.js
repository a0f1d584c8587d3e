// Signet: small comforts. Every page works without this file.
"use strict";
(() => {
  // Copy a value to the clipboard; the button says so when it is done.
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      const said = button.querySelector("[data-said]");
      const before = said.textContent;
      said.textContent = button.dataset.done;
      setTimeout(() => { said.textContent = before; }, 2500);
    });
    source.addEventListener?.("focus", () => source.select?.());
  }

  // A file dropped on the box is put into its field and sent.
  for (const form of document.querySelectorAll("form[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    const over = (on) => (event) => { event.preventDefault(); form.classList.toggle("over", on); };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length !== 1) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
  }

  // Print.
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Progress: fetch the page again and exchange the part that moves, until it says it is finished.
  const moving = () => document.querySelector("[data-refresh]");
  const refresh = async () => {
    const part = moving();
    if (!part) return;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = page.getElementById(part.id);
        if (next) part.replaceWith(next);
      }
    } catch { /* the line is down: try again */ }
    if (moving()) setTimeout(refresh, Number(moving().dataset.refresh) * 1000);
  };
  if (moving()) setTimeout(refresh, Number(moving().dataset.refresh) * 1000);
})();
