package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.xdt.TransformResult;
import java.util.Optional;

/**
 * What becomes of a base in one way of publishing it.
 *
 * @param app the one that governs the base
 * @param before what the earlier transforms make of it
 * @param result what the transform in question makes of that
 */
public record Published(Optional<App> app, TransformResult before, TransformResult result) {}
