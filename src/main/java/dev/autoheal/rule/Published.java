package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.xdt.TransformResult;
import java.util.Optional;

/**
 * The result of publishing a base in one way.
 *
 * @param app the app that matches the base; empty when none does
 * @param before the result of the earlier transforms alone
 * @param result the result of these and of the transform in question
 */
public record Published(Optional<App> app, TransformResult before, TransformResult result) {}
