package io.github.bedrockjdbc.driver.differential;

/** The parts of the grammar that need each other, for one statement. */
final class Grammar {
  private final Draw draw;
  private final Literals literals;
  private final Expressions expressions;
  private final Conditions conditions;
  private final Relations relations;
  private final Selects selects;
  private final Subqueries subqueries;
  private final AggregateCalls aggregates;
  private final WindowCalls windows;

  Grammar(Draw draw) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.expressions = new Expressions(this);
    this.conditions = new Conditions(this);
    this.relations = new Relations(this);
    this.selects = new Selects(this);
    this.subqueries = new Subqueries(this);
    this.aggregates = new AggregateCalls(this);
    this.windows = new WindowCalls(this);
  }

  Draw draw() {
    return draw;
  }

  Literals literals() {
    return literals;
  }

  Expressions expressions() {
    return expressions;
  }

  Conditions conditions() {
    return conditions;
  }

  Relations relations() {
    return relations;
  }

  Selects selects() {
    return selects;
  }

  Subqueries subqueries() {
    return subqueries;
  }

  AggregateCalls aggregates() {
    return aggregates;
  }

  WindowCalls windows() {
    return windows;
  }
}
