from botloom_admin_api.rate_limit import Policy, Standing, fields


def test_the_fields_tell_what_is_left_and_when_all_of_it_is_back():
    policy = Policy(20.0)
    assert fields(policy, Standing(0, 0.05)) == {
        "RateLimit-Policy": '"default";q=200;w=10',
        "RateLimit": '"default";r=199;t=1',
    }
    assert fields(policy, Standing(0.05, 10))["RateLimit"] == '"default";r=0;t=10'


def test_even_a_slow_limit_lets_one_request_in():
    assert Policy(0.01).burst == 1
