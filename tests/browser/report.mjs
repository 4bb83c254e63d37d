// What was checked and what is wrong, a line each.
export class Report {
  faults = [];
  checks = 0;
  doubts = new Map();

  fault(where, text) {
    this.faults.push(`${where} : ${text}`);
    console.log(`faute : ${where} : ${text}`);
  }

  // Counts one check; a false one is a fault.
  check(sound, where, text) {
    this.checks += 1;
    if (!sound) this.fault(where, text);
    return sound;
  }

  // What a person must judge, the machine being unable to: told once, with the first place and how many there are.
  doubt(what, where) {
    const known = this.doubts.get(what) ?? { where, count: 0 };
    this.doubts.set(what, { ...known, count: known.count + 1 });
  }

  // Ends in a line that says it all, and the exit code.
  end() {
    for (const [what, { where, count }] of this.doubts) console.log(`à juger : ${what}, ${count} pages, d’abord ${where}`);
    const plural = (n, word) => `${n} ${word}${n > 1 ? "s" : ""}`;
    console.log(`${plural(this.checks, "vérification")}, ${plural(this.faults.length, "faute")}`);
    return this.faults.length === 0 && this.checks > 0 ? 0 : 1;
  }
}
