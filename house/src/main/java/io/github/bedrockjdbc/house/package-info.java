/**
 * What every module's code keeps to. {@link io.github.bedrockjdbc.house.HouseRules} holds the tests
 * that all of them share; the {@code HouseTest} of a module says which rooms it has, and what holds
 * for it alone.
 */
package io.github.bedrockjdbc.house;
