<?php
header('Content-Type: text/plain');
echo "orders\n";
