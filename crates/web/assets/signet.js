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

  // A session that is about to end: a warning in time, and a way to stay. Every window of the browser counts: whoever works in another one stays
  // signed in here as well. Times are those of this device alone, so that its clock may be wrong.
  const SEEN = "signet-seen";
  const WARNING = 180_000;
  const seen = (at) => {
    try {
      if (at) localStorage.setItem(SEEN, String(at));
      return Number(localStorage.getItem(SEEN)) || 0;
    } catch {
      return 0;
    }
  };
  const session = document.getElementById("session");
  if (session) {
    const [title, text] = [session.querySelector("h2"), session.querySelector("p")];
    const [idle, left] = [Number(session.dataset.idle) * 1000, Number(session.dataset.left) * 1000];
    const opened = Date.now();
    let shown = "none";
    seen(opened);
    const state = () => {
      const now = Date.now();
      const over = Math.min(Math.max(opened, seen()) + idle, opened + left);
      if (now >= over) return "ended";
      if (now < over - WARNING) return "none";
      return over === opened + left ? "last" : "idle";
    };
    const look = () => {
      const next = state();
      if (next === shown) return;
      shown = next;
      if (next === "none") {
        session.close();
        return;
      }
      title.textContent = session.dataset[`${next}Title`];
      text.textContent = session.dataset[`${next}Text`];
      for (const part of session.querySelectorAll("[data-in]")) part.hidden = part.dataset.in !== next;
      if (!session.open) session.showModal();
    };
    session.querySelector("form[data-in]").addEventListener("submit", async (event) => {
      event.preventDefault();
      const form = event.target;
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => {});
      if (answer?.ok) seen(Date.now());
      look();
    });
    setInterval(look, 5_000);
    document.addEventListener("visibilitychange", look);
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
      if (request.status === 200) seen(Date.now());
      later();
    };
    request.send();
  };
  later();

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
      seen(Date.now());
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
