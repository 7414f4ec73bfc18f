package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.query.Given;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which models a request wants. Source of its rules: API model. */
record ModelFilter(
    Optional<String> provider,
    boolean isCaseSensitive,
    Optional<String> customization,
    Optional<String> output,
    Optional<String> inference)
    implements Predicate<ModelCard> {
  static final String PROVIDER_PATTERN = "[A-Za-z0-9- ]{1,63}";
  static final List<String> CUSTOMIZATIONS =
      List.of("FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION");
  static final List<String> MODALITIES = List.of("TEXT", "IMAGE", "EMBEDDING");
  static final List<String> INFERENCE_TYPES = List.of("ON_DEMAND", "PROVISIONED");

  private static final String PROVIDER = "byProvider";
  private static final String CUSTOMIZATION = "byCustomizationType";
  private static final String OUTPUT = "byOutputModality";
  private static final String INFERENCE = "byInferenceType";
  static final List<String> NAMES = List.of(PROVIDER, CUSTOMIZATION, OUTPUT, INFERENCE);

  /**
   * Reads a request.
   *
   * @throws io.github.bedrockjdbc.emulator.http.ServiceError naming every value that breaks a rule
   */
  static ModelFilter of(HttpRequest request, Behavior behavior) {
    final Given given = Given.of(request, NAMES);
    given.pattern(PROVIDER, Pattern.compile(PROVIDER_PATTERN), PROVIDER_PATTERN);
    given.oneOf(CUSTOMIZATION, CUSTOMIZATIONS);
    given.oneOf(OUTPUT, MODALITIES);
    given.oneOf(INFERENCE, INFERENCE_TYPES);
    given.throwViolations();
    final Set<String> ignored = behavior.get(Knob.IGNORED_PARAMETERS);
    return new ModelFilter(
        given.text(PROVIDER).filter(each -> !ignored.contains(PROVIDER)),
        behavior.get(ModelKnob.PROVIDER_CASE_SENSITIVE),
        given.text(CUSTOMIZATION).filter(each -> !ignored.contains(CUSTOMIZATION)),
        given.text(OUTPUT).filter(each -> !ignored.contains(OUTPUT)),
        given.text(INFERENCE).filter(each -> !ignored.contains(INFERENCE)));
  }

  @Override
  public boolean test(ModelCard model) {
    return provider.map(name -> isNamed(model.provider(), name)).orElse(true)
        && customization.map(model.customizations()::contains).orElse(true)
        && output.map(model.outputs()::contains).orElse(true)
        && inference.map(model.inferenceTypes()::contains).orElse(true);
  }

  private boolean isNamed(String name, String wanted) {
    return isCaseSensitive ? name.equals(wanted) : name.equalsIgnoreCase(wanted);
  }
}
