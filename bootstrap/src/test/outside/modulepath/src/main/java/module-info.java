/** A module of somebody else. */
module org.example.rent {
    requires io.prorata.domain;

    exports org.example;
}
