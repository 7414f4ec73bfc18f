package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.auth.SignatureCheck;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.model.Models;
import io.github.bedrockjdbc.emulator.storage.Storage;
import io.github.bedrockjdbc.emulator.tagging.Tagging;
import io.github.bedrockjdbc.emulator.world.World;
import java.time.Instant;

/** All operations, from a request to its answer. */
public final class Service {
  private final SignatureCheck signatures;
  private final Jobs jobs;
  private final Models models;
  private final Storage storage;
  private final Tagging tagging;

  /**
   * Answers from that world.
   *
   * @param around when it is, as far as the lives of models go
   */
  public Service(SignatureCheck signatures, World world, Instant around) {
    this.signatures = signatures;
    this.jobs = new Jobs(world);
    this.models = new Models(around);
    this.storage = new Storage(world);
    this.tagging = new Tagging(world);
  }

  /** The right answer, or the service's refusal. */
  public Answer answer(HttpRequest request, String requestId, Setting setting) {
    final Operation operation = Operation.of(request);
    final Behavior behavior = setting.behavior();
    try {
      return switch (operation) {
        case LIST -> jobs.list(request, admitted(request, operation, setting), behavior);
        case GET -> jobs.get(request, admitted(request, operation, setting), behavior);
        case LIST_MODELS -> models.models(request, admitted(request, operation, setting), behavior);
        case LIST_PROFILES ->
            models.profiles(request, admitted(request, operation, setting), behavior);
        case GET_OBJECT -> storage.object(request, admitted(request, operation, setting), behavior);
        case GET_RESOURCES ->
            tagging.resources(request, admitted(request, operation, setting), behavior);
        case OTHER_OBJECT -> throw Storage.unknown(request);
        case OTHER_RESOURCES -> throw new ServiceError(400, "UnknownOperationException", "");
        case OTHER -> throw new ServiceError(404, "UnknownOperationException", "Unknown operation");
      };
    } catch (ServiceError refusal) {
      return refusal.answer(operation.api(), requestId);
    }
  }

  private Caller admitted(HttpRequest request, Operation operation, Setting setting) {
    final Caller caller =
        signatures.check(request, operation.api(), setting.behavior().get(Knob.EXPIRED_KEYS));
    setting.admit(operation);
    return caller;
  }
}
