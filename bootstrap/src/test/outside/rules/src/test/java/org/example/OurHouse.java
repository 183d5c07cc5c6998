package org.example;

import io.prorata.architecture.HouseRules;
import io.prorata.architecture.HouseTests;
import java.nio.file.Path;

/** The rules that this project keeps. */
class OurHouse extends HouseTests {
    @Override
    protected HouseRules house() {
        return HouseRules.below("org.example").without("null-marked").frozenIn(Path.of("frozen"));
    }
}
