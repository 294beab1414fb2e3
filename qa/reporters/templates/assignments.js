// Who reviews which document, where a team's server keeps it.

const NOBODY = -1;

export class Assignments {
  constructor(store) {
    this.store = store;
    this.reviewers = []; // names; a reviewer is a place here
    this.holder = new Int16Array(store.head.documents.length).fill(NOBODY); // by document
    this.revisions = new Uint32Array(store.head.documents.length);
    this.places = new Map(store.head.documents.map(({ id }, document) => [id, document]));
    this.column = new Uint16Array(store.findings); // by finding: its document's reviewer, or how many there are
  }

  /** Takes what the server knows at the start. */
  begin(reviewers, assignments) {
    for (const name of reviewers) if (!this.reviewers.includes(name)) this.reviewers.push(name);
    for (const assignment of assignments) this.place(assignment);
    this.spread();
  }

  /** Takes one assignment, unless a later one is known; whether it is news. */
  follow(assignment) {
    const news = this.place(assignment);
    if (news) this.spread();
    return news;
  }

  place({ document, reviewer, revision }) {
    const at = this.places.get(document);
    if (at === undefined || this.revisions[at] >= revision) return false;
    if (reviewer && !this.reviewers.includes(reviewer)) this.reviewers.push(reviewer);
    this.holder[at] = reviewer ? this.reviewers.indexOf(reviewer) : NOBODY;
    this.revisions[at] = revision;
    return true;
  }

  spread() {
    const { findingUnit, unitDocument } = this.store;
    const nobody = this.reviewers.length;
    for (let finding = 0; finding < this.column.length; finding += 1) {
      const holder = this.holder[unitDocument[findingUnit[finding]]];
      this.column[finding] = holder === NOBODY ? nobody : holder;
    }
  }

  /** The name of a document's reviewer, or nothing. */
  of(document) {
    return this.reviewers[this.holder[document]] ?? "";
  }
}
