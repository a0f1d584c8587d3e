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

  // Files dropped on the box are put into its field and sent.
  for (const form of document.querySelectorAll("form[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    const over = (on) => (event) => { event.preventDefault(); form.classList.toggle("over", on); };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", (event) => {
      over(false)(event);
      const { files } = event.dataTransfer;
      if (files.length === 0 || (files.length > 1 && !input.multiple)) return;
      input.files = files;
      form.requestSubmit();
    });
  }

  // What is wrong with a form is read first.
  document.querySelector("[data-focus]")?.focus();

  // Print.
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Progress: fetch the page again and exchange the part that moves, until it says it is finished.
  const moving = () => document.querySelector("[data-refresh]");
  const later = () => { if (moving()) setTimeout(refresh, Number(moving().dataset.refresh) * 1000); };
  const refresh = () => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onloadend = () => {
      const part = moving();
      const next = request.status === 200 && part ? request.response?.getElementById(part.id) : null;
      if (next) part.replaceWith(next);
      later();
    };
    request.send();
  };
  later();

  // A summary of errors is read first.
  document.querySelector("[data-focus]")?.focus();

  // A form that saves itself: every half a minute, when something was changed. What is told is told once.
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = form.querySelector("[data-said]");
    const text = () => { const data = new FormData(form); data.delete("revision"); data.delete("base"); return new URLSearchParams(data).toString(); };
    const tell = (sentence) => { if (said && said.textContent !== sentence) said.textContent = sentence; };
    let kept = text();
    let stopped = false;
    form.addEventListener("submit", () => { stopped = true; });
    const save = async () => {
      const now = text();
      if (stopped || now === kept) return;
      const body = new URLSearchParams(new FormData(form));
      body.set("act", "auto");
      const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      if (stopped) return;
      const { said: sentence, revision, base } = await answer.json();
      if (revision !== undefined) {
        kept = now;
        form.elements.revision.value = revision;
        form.elements.base.value = base;
      } else {
        stopped = true;
      }
      tell(sentence);
    };
    // Without a connection the next half a minute tries again.
    setInterval(() => save().catch(() => {}), 30000);
  }
})();
