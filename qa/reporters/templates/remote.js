// The team's server, where there is one: decisions go to it, those of others come from it.

import { same } from "./decisions.js";

const RETRY = 3000; // milliseconds

/** Sends and receives decisions. Without a server it does nothing. */
export class Remote {
  constructor(decisions, { conflict, arrived, offline }) {
    Object.assign(this, { decisions, conflict, arrived, offline });
    this.waiting = new Map(); // finding number -> decision to be sent
    this.sending = false;
  }

  /** Fetches what is known, sends what is not, then follows what others decide. */
  async start() {
    const known = await fetch("decisions", { credentials: "same-origin" });
    this.decisions.reviewer = decodeURIComponent(known.headers.get("X-Reviewer") ?? "");
    const lines = (await known.text()).split("\n").filter(Boolean);
    const theirs = new Map(lines.map((line) => JSON.parse(line)).map((decision) => [decision.finding, decision]));
    for (const decision of theirs.values()) this.decisions.follow(decision);
    this.decisions.saved = (number, decision) => this.send(number, decision);
    this.sendUnknown(theirs);
    const events = new EventSource("events");
    events.onmessage = ({ data }) => {
      const decision = JSON.parse(data);
      if (this.waiting.has(this.decisions.store.numbered.get(decision.finding))) return;
      const number = this.decisions.follow(decision);
      if (number !== null) this.arrived(number, decision);
    };
  }

  /** Sends what this browser decided while the server was away. */
  sendUnknown(theirs) {
    for (const [finding, mine] of this.decisions.kept) {
      const known = theirs.get(finding);
      const number = this.decisions.store.numbered.get(finding);
      if (number !== undefined && (mine.revision ?? 0) === (known?.revision ?? 0) && !same(mine, known)) this.send(number, mine);
    }
  }

  send(number, decision) {
    const finding = this.decisions.store.finding(number);
    this.waiting.set(number, decision ?? this.decisions.made(finding, { verdict: "undecided" }));
    this.flush();
  }

  async flush() {
    if (this.sending) return;
    this.sending = true;
    while (this.waiting.size) {
      const [number, decision] = this.waiting.entries().next().value;
      try {
        await this.post(number, decision);
      } catch {
        this.offline();
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
    this.sending = false;
  }

  async post(number, decision) {
    const answer = await fetch("decisions", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...decision, revision: decision.revision ?? 0 }),
    });
    if (answer.status === 409) {
      const theirs = await answer.json();
      this.waiting.delete(number);
      this.settle(number, decision, theirs);
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const stored = await answer.json();
    if (this.waiting.get(number) === decision) this.waiting.delete(number);
    else this.waiting.set(number, { ...this.waiting.get(number), revision: stored.revision });
    this.decisions.follow(stored);
  }

  /** Lets the reviewer choose; mine is sent again on top of theirs. */
  settle(number, mine, theirs) {
    this.decisions.kept.delete(theirs.finding);
    this.decisions.follow(theirs);
    this.conflict(number, mine, theirs, () => this.decisions.put(number, { ...mine, revision: theirs.revision }));
  }
}
