// The team's server, where there is one: decisions go to it, those of others come from it.

import { same } from "./decisions.js";

const RETRY = 3000; // milliseconds

/** Sends and receives decisions. Without a server it does nothing. */
export class Remote {
  constructor(decisions, assignments, { conflict, arrived, offline, assigned }) {
    Object.assign(this, { decisions, assignments, conflict, arrived, offline, assigned });
    this.waiting = new Map(); // finding number -> decision to be sent
    this.sending = false;
  }

  /** Fetches what is known, sends what is not, then follows what others decide. */
  async start() {
    const theirs = await this.catchUp();
    this.decisions.saved = (number, decision) => this.send(number, decision);
    this.sendUnknown(theirs);
    const events = new EventSource("events");
    // What was decided before the stream stood, or while it was broken, is in no event.
    events.onopen = () => this.catchUp().then(() => this.assigned(), () => {});
    events.onmessage = ({ data }) => {
      const decision = JSON.parse(data);
      const number = this.followed(decision);
      if (number !== null) this.arrived(number, decision);
    };
    events.addEventListener("assignment", ({ data }) => {
      if (this.assignments.follow(JSON.parse(data))) this.assigned();
    });
  }

  /** Fetches all decisions and assignments, and takes those that are news; the decisions by finding. */
  async catchUp() {
    const known = await fetch("decisions", { credentials: "same-origin" });
    this.decisions.reviewer = decodeURIComponent(known.headers.get("X-Reviewer") ?? "");
    const lines = (await known.text()).split("\n").filter(Boolean);
    const theirs = new Map(lines.map((line) => JSON.parse(line)).map((decision) => [decision.finding, decision]));
    for (const decision of theirs.values()) this.followed(decision);
    const shared = await (await fetch("assignments", { credentials: "same-origin" })).json();
    this.assignments.begin(shared.reviewers, shared.assignments);
    return theirs;
  }

  /** Takes a decision of others, unless one of ours on the same finding is on its way; the finding if it is news. */
  followed(decision) {
    if (this.waiting.has(this.decisions.store.numbered.get(decision.finding))) return null;
    return this.decisions.follow(decision);
  }

  /** Gives documents (their numbers) to a reviewer, or to nobody; where somebody was faster, theirs stands. */
  async assign(documents, reviewer) {
    let overtaken;
    try {
      for (const document of documents) overtaken = (await this.assignOne(document, reviewer)) ?? overtaken;
      this.assigned(overtaken);
    } catch {
      this.offline();
    }
  }

  /** Sends one assignment; what stands instead if somebody was faster. */
  async assignOne(document, reviewer) {
    if (this.assignments.of(document) === reviewer) return undefined;
    const { id } = this.assignments.store.head.documents[document];
    const answer = await this.request("assignments", {
      schema: "qa.assignment/1", document: id, reviewer, revision: this.assignments.revisions[document],
    });
    if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
    const kept = await answer.json();
    this.assignments.follow(kept);
    return answer.ok ? undefined : kept;
  }

  request(part, body) {
    return fetch(part, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
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
    const answer = await this.request("decisions", { ...decision, revision: decision.revision ?? 0 });
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
